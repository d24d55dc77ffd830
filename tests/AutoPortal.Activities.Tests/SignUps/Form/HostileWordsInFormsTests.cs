using System.Text.Json;
using AngleSharp.Dom;
using AutoPortal.Activities.Domain;
using AutoPortal.Activities.Kinds;
using AutoPortal.Activities.Kinds.Survey;
using AutoPortal.Activities.SignUps;
using AutoPortal.Activities.SignUps.Form;
using AutoPortal.Pages.Contracts;
using AutoPortal.Testing;
using AutoPortal.Testing.Hostile;

namespace AutoPortal.Activities.Tests.SignUps.Form;

/// <summary>A thousand hostile strings, written by the author of a page or of a survey, stay words in the blocks of this module.</summary>
public sealed class HostileWordsInFormsTests(ActivitiesFixture activities) : IClassFixture<ActivitiesFixture>
{
    private static readonly string[] Forbidden = ["script", "iframe", "object", "embed", "base", "meta", "link", "style", "template", "foreignobject", "animate", "set", "use", "math", "img", "body", "frame", "applet"];
    private static readonly SignUpReceipt Receipt = new("7K3M-9QXT", WasSignedUp: false, MayBeContacted: true);

    [Fact]
    public async Task In_the_sign_up_form_and_its_thanks()
    {
        await using var tenant = activities.Tenant();
        var activity = await tenant.RunningAsync();

        foreach (var block in Filled<SignUpFormBlock>())
        {
            var said = block with { Thanks = [.. block.Thanks.Select(t => t with { Place = "any", Series = null, Window = null })] };
            Check(BlockOnAPage.Draw<SignUpFormView, SignUpFormBlock>(tenant, said, page => page with { SubjectId = activity.Id }, Receipt));
            Check(BlockOnAPage.Draw<SignUpFormView, SignUpFormBlock>(tenant, said, page => page with { SubjectId = activity.Id }));
        }
    }

    [Fact]
    public async Task In_the_survey_and_its_questions()
    {
        await using var tenant = activities.Tenant();
        var kinds = tenant.Get<KindCatalog>();
        foreach (var (words, n) in HostileWords.All.Chunk(240).Select((w, n) => (w.Select(s => s.Replace("\0", "", StringComparison.Ordinal)).ToArray(), n)))
        {
            var settings = new SurveySettings
            {
                Questions =
                [
                    .. words.Chunk(12).Select((some, i) => new SurveyQuestion
                    {
                        Id = $"q{i}", Words = some[0], Kind = i % 2 == 0 ? QuestionKind.One : QuestionKind.Several, Choices = [.. some.Select((w, c) => new SurveyChoice(w, w))],
                        AfterId = i > 0 ? $"q{i - 1}" : null, AfterChoices = [.. words.Take(3)],
                    }),
                ],
            };
            var survey = await tenant.RunningAsync(Make.Plan() with { Slug = $"s{n}", Type = ActivityTypes.Survey, Settings = kinds.Write(kinds.Get(ActivityTypes.Survey), settings) });

            Check(BlockOnAPage.Draw<SurveyView, SurveyBlock>(tenant, new() { Id = "it", Survey = survey.Id.ToString(), Title = words[0], Intro = words[1], Button = words[2], PrivacyHref = words[3] }));
        }
    }

    private static IEnumerable<T> Filled<T>()
        where T : Block
    {
        var settings = new HostileSettings(HostileWords.All);
        while (!settings.IsThrough)
        {
            yield return settings.Fill(typeof(T)).Deserialize<T>(JsonSerializerOptions.Web)! with { Id = "it" };
        }
    }

    private static void Check(IElement? drawn)
    {
        drawn.ShouldNotBeNull();
        foreach (var element in drawn.QuerySelectorAll("*"))
        {
            Forbidden.ShouldNotContain(element.LocalName, element.OuterHtml);
            foreach (var attribute in element.Attributes)
            {
                attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase).ShouldBeFalse(element.OuterHtml);
                attribute.Name.ShouldNotBe("style");
                if (attribute.Name is "href" or "action" or "formaction" or "src")
                {
                    (SafeLink.Of(attribute.Value) is not null).ShouldBeTrue(attribute.Value);
                }
            }
        }
    }
}
