using AutoPortal.Activities.Domain;
using AutoPortal.Pages.Contracts;

namespace AutoPortal.Activities.Kinds.ShowroomEvent;

/// <summary>到店活动: a launch, a family day, a lecture in the showroom.</summary>
internal sealed class ShowroomEventKind : ActivityKind<ShowroomEventSettings>
{
    public override string Code => ActivityTypes.ShowroomEvent;

    public override Type EditorType => typeof(ShowroomEventEditor);

    public override KindParts Parts => KindParts.Sessions;

    public override string Icon => "calendar";

    public override string[] Fields => [FormFields.City, FormFields.Dealer];

    public override string Drawing => "showroom";

    protected override IEnumerable<FieldError> Check(ShowroomEventSettings s) => Checks.All(
        Checks.Needed("programme", s.Programme),
        Checks.Longest("programme", s.Programme, 1_000),
        Checks.Longest("host", s.Host, 60),
        Checks.Between("may_bring", s.MayBring, 0, 10));

    protected override IEnumerable<KindFact> Facts(ShowroomEventSettings s)
    {
        yield return new("kind.showroom_event.programme", string.Join(" · ", s.Programme.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)));
        if (s.Host.Length > 0)
        {
            yield return new("kind.host", s.Host);
        }
    }

    protected override string PageTemplate(ShowroomEventSettings s) => PageTemplates.ShowroomEvent;

    protected override IEnumerable<KeyValuePair<string, LocalText>> PageWords(ShowroomEventSettings s, InBothLanguages say) => [new("programme", s.Programme)];
}
