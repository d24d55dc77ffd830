using System.Globalization;
using AutoPortal.Activities.Domain;
using AutoPortal.Kernel.Outcomes;
using AutoPortal.Pages.Contracts;

namespace AutoPortal.Activities.Kinds.SignUpGift;

/// <summary>报名礼: the places are the gifts in stock.</summary>
internal sealed class SignUpGiftKind : ActivityKind<SignUpGiftSettings>
{
    // Prizes above it are not allowed (domain language §6.2, V:S17).
    private const int MostYuan = 50_000;

    public static IReadOnlyList<string> Ways { get; } = ["at_dealer", "by_post"];

    public override string Code => ActivityTypes.SignUpGift;

    public override Type EditorType => typeof(SignUpGiftEditor);

    public override KindParts Parts => KindParts.Redeem | KindParts.Series;

    public override string Icon => "tag";

    public override string[] Fields => [FormFields.City, FormFields.Dealer, FormFields.Series];

    public override bool IsVisited => false;

    public override string Drawing => "charging";

    protected override IEnumerable<FieldError> Check(SignUpGiftSettings s) => Checks.All(
        Checks.Needed("gift", s.Gift),
        Checks.Longest("gift", s.Gift, 60),
        Checks.Between("worth", s.WorthYuan, 1, MostYuan),
        Ways.Contains(s.HandOver) ? null : new FieldError("hand_over", new Refusal("activities.is_needed")));

    protected override IEnumerable<KindFact> Facts(SignUpGiftSettings s)
    {
        yield return new("kind.sign_up_gift.gift", s.Gift);
        yield return new("kind.sign_up_gift.worth", string.Create(CultureInfo.CurrentCulture, $"¥{s.WorthYuan:N0}"));
    }

    // The gift's own template tells people to come for it.
    protected override string PageTemplate(SignUpGiftSettings s) => s.HandOver == "at_dealer" ? PageTemplates.SignUpGift : PageTemplates.PlainSignUp;

    protected override IEnumerable<KeyValuePair<string, LocalText>> PageWords(SignUpGiftSettings s, InBothLanguages say) => s.Gift.Length > 0 ? [new("gift", s.Gift)] : [];
}
