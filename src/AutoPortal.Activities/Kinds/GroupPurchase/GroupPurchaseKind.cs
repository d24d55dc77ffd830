using System.Globalization;
using AutoPortal.Activities.Domain;
using AutoPortal.Kernel.Outcomes;
using AutoPortal.Pages.Contracts;

namespace AutoPortal.Activities.Kinds.GroupPurchase;

/// <summary>团购会.</summary>
internal sealed class GroupPurchaseKind : ActivityKind<GroupPurchaseSettings>
{
    private const string TiersField = "tiers";
    private const int TiersOnPage = 8;

    public override string Code => ActivityTypes.GroupPurchase;

    public override Type EditorType => typeof(GroupPurchaseEditor);

    public override KindParts Parts => KindParts.Sessions | KindParts.Series;

    public override string Icon => "users";

    public override string Drawing => "showroom";

    protected override IEnumerable<FieldError> Check(GroupPurchaseSettings s) => Checks.All(
        CheckTiers(s.Tiers),
        Checks.Between("earnest", s.EarnestYuan, 0, 100_000),
        Checks.Longest("host", s.Host, 60));

    protected override IEnumerable<KindFact> Facts(GroupPurchaseSettings s)
    {
        foreach (var tier in PriceTier.Read(s.Tiers) ?? [])
        {
            yield return new("kind.group_purchase.tier", string.Create(CultureInfo.CurrentCulture, $"{tier.People}+ → −¥{tier.DropYuan:N0}"));
        }

        yield return new("kind.group_purchase.earnest", string.Create(CultureInfo.CurrentCulture, $"¥{s.EarnestYuan:N0}"));
    }

    // More people must never pay more: people and drop rise together.
    private static FieldError? CheckTiers(string lines)
        => PriceTier.Read(lines) is { Count: > 0 and <= 10 } tiers
            && tiers.All(t => t is { People: >= 2 and <= 100_000, DropYuan: > 0 and <= 1_000_000 })
            && tiers.Zip(tiers.Skip(1)).All(pair => pair.First.People < pair.Second.People && pair.First.DropYuan < pair.Second.DropYuan)
            ? null
            : new(TiersField, new Refusal("activities.tiers_are_odd"));

    protected override string PageTemplate(GroupPurchaseSettings s) => PageTemplates.GroupPurchase;

    // The template has eight steps; of more tiers, the first seven and the best one.
    protected override IEnumerable<KeyValuePair<string, LocalText>> PageWords(GroupPurchaseSettings s, InBothLanguages say)
    {
        var tiers = PriceTier.Read(s.Tiers) ?? [];
        for (var i = 0; i < TiersOnPage; i++)
        {
            PriceTier? tier = i >= tiers.Count ? null : i == TiersOnPage - 1 ? tiers[^1] : tiers[i];
            yield return new(string.Create(CultureInfo.InvariantCulture, $"tier_{i + 1}"), tier is { } people ? say("kind.group_purchase.from_people", people.People) : "");
            yield return new(string.Create(CultureInfo.InvariantCulture, $"drop_{i + 1}"), tier is { } drop ? say("kind.group_purchase.less", drop.DropYuan) : "");
        }
    }
}
