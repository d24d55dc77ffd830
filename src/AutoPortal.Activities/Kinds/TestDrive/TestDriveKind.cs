using System.Globalization;
using AutoPortal.Activities.Domain;
using AutoPortal.Pages.Contracts;

namespace AutoPortal.Activities.Kinds.TestDrive;

/// <summary>试驾会.</summary>
internal sealed class TestDriveKind : ActivityKind<TestDriveSettings>
{
    public override string Code => ActivityTypes.TestDriveEvent;

    public override Type EditorType => typeof(TestDriveEditor);

    public override KindParts Parts => KindParts.Sessions | KindParts.Series;

    public override string Icon => "car";

    protected override IEnumerable<FieldError> Check(TestDriveSettings s) => Checks.All(
        Checks.Between("minutes", s.Minutes, 10, 480),
        Checks.Between("licence_years", s.LicenceYears, 0, 20),
        Checks.Longest("route", s.Route, 200));

    protected override IEnumerable<KindFact> Facts(TestDriveSettings s)
    {
        yield return new("kind.test_drive_event.minutes", s.Minutes.ToString(CultureInfo.CurrentCulture));
        yield return new("kind.test_drive_event.licence_years", s.LicenceYears.ToString(CultureInfo.CurrentCulture));
        if (s.Route.Length > 0)
        {
            yield return new("kind.test_drive_event.route", s.Route);
        }
    }

    protected override string PageTemplate(TestDriveSettings s) => PageTemplates.TestDrive;

    protected override IEnumerable<KeyValuePair<string, LocalText>> PageWords(TestDriveSettings s, InBothLanguages say) =>
    [
        new("drive", s.Route.Length > 0 ? say("kind.test_drive_event.drive_route", s.Minutes, s.Route) : say("kind.test_drive_event.drive", s.Minutes)),
        new("licence", s.LicenceYears > 0 ? say("kind.test_drive_event.licence", s.LicenceYears) : say("kind.test_drive_event.any_licence")),
    ];
}
