using AutoPortal.Activities.Domain;
using AutoPortal.Kernel.Outcomes;

namespace AutoPortal.Activities.Kinds;

/// <summary>Checks that several kinds, and the common form, make.</summary>
internal static class Checks
{
    public static FieldError? Needed(string field, string? value) => string.IsNullOrWhiteSpace(value) ? new(field, new Refusal("activities.is_needed")) : null;

    public static FieldError? Longest(string field, string? value, int most) => value?.Length > most ? new(field, new Refusal("activities.is_too_long", most)) : null;

    public static FieldError? Between(string field, long? value, long least, long most)
        => value is { } number && number >= least && number <= most ? null : new(field, new Refusal("activities.is_not_between", least, most));

    public static IEnumerable<FieldError> All(params IEnumerable<FieldError?> checks) => checks.OfType<FieldError>();
}
