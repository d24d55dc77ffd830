namespace AutoPortal.Leads;

/// <summary>Names the resources of leads.</summary>
public sealed class LeadTexts;
