using AutoPortal.Leads.Domain;
using AutoPortal.Leads.Looks;
using Microsoft.Extensions.Localization;

namespace AutoPortal.Leads.Cleaning;

/// <summary>How a meaning is said to people: sources and windows have texts of their own.</summary>
internal static class WordNames
{
    public static string Say(IStringLocalizer<LeadTexts> text, string field, WordCode code) => field switch
    {
        CleaningFields.Source => text.Source(code.Code),
        CleaningFields.Window => text.Say("window", code.Code),
        _ => code.Name,
    };
}
