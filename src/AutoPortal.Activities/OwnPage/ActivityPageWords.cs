using System.Globalization;
using AutoPortal.Activities.Domain;
using AutoPortal.Activities.Kinds;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Kernel.Time;
using AutoPortal.Pages.Contracts;
using AutoPortal.Platform.Contracts;
using Microsoft.Extensions.Localization;

namespace AutoPortal.Activities.OwnPage;

/// <summary>What an activity says on its page: the template of its kind and the words that fill it, in both languages.</summary>
internal sealed class ActivityPageWords(KindCatalog kinds, IPageDirectory pages, ITenantDirectory tenants, IStringLocalizer<ActivitiesTexts> text, CurrentScope scope)
{
    private const string Privacy = "privacy";

    /// <summary>The page as it is first drafted.</summary>
    public async Task<NewPage> PageAsync(Activity a, CancellationToken ct)
    {
        var subject = Subject(a);
        return new(PagePaths.Activity, subject.Slug, subject.Title)
        {
            Description = subject.Description,
            SubjectId = subject.Id,
            DealerId = subject.DealerId,
            Template = subject.Template ?? PageTemplates.PlainSignUp,
            Words = new Dictionary<string, LocalText>(subject.Words, StringComparer.Ordinal)
            {
                ["operator"] = (await tenants.FindAsync(scope.TenantId, ct))?.Name ?? "",
                ["privacy"] = await pages.FindAsync(PagePaths.Content, Privacy, ct) is null ? "" : $"/{scope.TenantIdentifier}/{PagePaths.Content}/{Privacy}",
            },
        };
    }

    /// <summary>What a page about the activity starts with, whoever makes it.</summary>
    public PageSubject Subject(Activity a)
    {
        var kind = kinds.Get(a.Type);
        var settings = kinds.Read(kind, a.Settings);
        var title = new LocalText(a.TitleZh, OrNull(a.TitleEn));
        return new(a.Id, a.Slug, title, Words(a, kind, settings))
        {
            Description = a.Wording.Reward is { IsEmpty: false } reward ? reward : title,
            Template = kind.PageTemplate(settings),
            DealerId = a is { Scope: ActivityScopes.DealerOwn, DealerIds: [var dealer, ..] } ? dealer : null,
        };
    }

    private Dictionary<string, LocalText> Words(Activity a, ActivityKind kind, KindSettings settings)
    {
        var words = new Dictionary<string, LocalText>(StringComparer.Ordinal)
        {
            ["badge"] = Both($"kind.{kind.Code}"),
            ["subtitle"] = Both($"kind.{kind.Code}.hint"),
            ["period"] = new(When(a, PageLanguages.Chinese), When(a, PageLanguages.English)),
            ["place"] = new(a.VenueZh, OrNull(a.VenueEn)),
            ["gift"] = a.Wording.Reward,
            ["rules"] = a.Wording.Rules.IsEmpty ? Both("page.rules") : a.Wording.Rules,
            ["ends_at"] = ShanghaiTime.Of(a.SignUpUntil).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture),
            ["form_title"] = Both($"kind.{kind.Code}.form"),
            ["form_button"] = Both($"kind.{kind.Code}.button"),
            ["action"] = Both($"kind.{kind.Code}.button"),
            ["drawing"] = kind.Drawing,
        };
        foreach (var (word, said) in kind.PageWords(settings, Both))
        {
            if (words.GetValueOrDefault(word) is null or { IsEmpty: true })
            {
                words[word] = said;
            }
        }

        return words;
    }

    private LocalText Both(string key, params object[] values) => new(In(key, PageLanguages.Chinese, values), In(key, PageLanguages.English, values));

    private string In(string key, string language, object[] values)
    {
        var (before, uiBefore) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        try
        {
            return text[key, values];
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (before, uiBefore);
        }
    }

    private static string When(Activity a, string language)
    {
        var (from, until) = (ShanghaiTime.Of(a.RunsFrom), ShanghaiTime.Of(a.RunsUntil));
        return language == PageLanguages.English
            ? string.Create(CultureInfo.GetCultureInfo("en"), $"{from:d MMM} – {until:d MMM yyyy}")
            : string.Create(CultureInfo.InvariantCulture, $"{from:M月d日}至{until:M月d日}");
    }

    private static string? OrNull(string words) => words.Length > 0 ? words : null;
}
