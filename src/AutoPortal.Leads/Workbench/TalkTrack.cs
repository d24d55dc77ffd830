using AutoPortal.Leads.Card;
using AutoPortal.Leads.Looks;
using Microsoft.Extensions.Localization;

namespace AutoPortal.Leads.Workbench;

/// <summary>What to say to a person, by where the lead stands: how to begin, what to ask, how to close.</summary>
internal static class TalkTrack
{
    private const int Sentences = 4;

    public static IEnumerable<string> For(LeadCard card, string? series, string advisor, IStringLocalizer<LeadTexts> text)
    {
        var situation = card.State switch
        {
            "assigned" => "first",
            "invited" => "invited",
            "arrived" or "test_driven" => "visit",
            "ordered" or "delivered" => "owner",
            _ => "again",
        };
        object[] known = [card.Name, card.DealerName ?? "", advisor, card.ActivityTitle ?? text.Source(card.LastSource), series ?? text["say.our_car"].Value];
        return Enumerable.Range(1, Sentences)
            .Select(n => text[$"say.{situation}.{n}", known])
            .Where(sentence => !sentence.ResourceNotFound)
            .Select(sentence => sentence.Value);
    }
}
