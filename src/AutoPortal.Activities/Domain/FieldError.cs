using AutoPortal.Kernel.Outcomes;

namespace AutoPortal.Activities.Domain;

/// <summary>What is wrong with one field of a form; an empty field means the whole.</summary>
public sealed record FieldError(string Field, Refusal Why);
