namespace AutoPortal.Leads;

/// <summary>Words of this module: LeadTexts.resx in Chinese, LeadTexts.en.resx in English.</summary>
public sealed class LeadTexts;
