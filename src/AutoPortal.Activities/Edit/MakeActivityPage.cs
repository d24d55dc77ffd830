using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using AutoPortal.Activities.Data;
using AutoPortal.Activities.Domain;
using AutoPortal.Activities.Kinds;
using AutoPortal.Activities.SignUps.Form;
using AutoPortal.Kernel.Outcomes;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Kernel.Time;
using AutoPortal.Pages.Contracts;
using AutoPortal.Platform.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace AutoPortal.Activities.Edit;

/// <summary>Makes the page of an activity and puts it before the public: what, when, where, what one gets, the form, the rules. The page builder takes it from there.</summary>
internal sealed class MakeActivityPage(
    IDbContextFactory<ActivitiesDb> dbs,
    IPagePublishing publishing,
    IPageDirectory pages,
    ITenantDirectory tenants,
    KindCatalog kinds,
    IStringLocalizer<ActivitiesTexts> text,
    CurrentScope scope)
{
    private const string Privacy = "privacy";
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public async Task<Outcome> RunAsync(Guid activityId, CancellationToken ct)
    {
        if (!scope.May(ActivitiesPermissions.Manage))
        {
            return Refusal.NotAllowed;
        }

        await using var db = await dbs.CreateDbContextAsync(ct);
        if (await db.Activities.SingleOrDefaultAsync(a => a.Id == activityId, ct) is not { } activity || !ActivityReach.Sees(scope, activity))
        {
            return ActivityRefusals.NotFound;
        }

        if (!ActivityReach.Owns(scope, activity.Scope, activity.DealerIds))
        {
            return ActivityRefusals.BelongsToHeadquarters;
        }

        var page = await EnsureAsync(activity, ct);
        if (!page.IsOk)
        {
            return page.Refusal;
        }

        if (await publishing.PublishAsync(page.Value, ct) is { IsOk: false } refused)
        {
            return refused;
        }

        activity.ShowOn(page.Value);
        db.Announce(ActivityTopics.SignUps, "");
        return await db.SaveAsync(ct);
    }

    private async Task<Outcome<Guid>> EnsureAsync(Activity activity, CancellationToken ct)
    {
        if (await pages.FindAsync(PagePaths.Activity, activity.Slug, ct) is { } there)
        {
            return there.Id;
        }

        var tenant = await tenants.FindAsync(scope.TenantId, ct) ?? throw new InvalidOperationException($"Tenant {scope.TenantId} is gone.");
        return await publishing.CreateAsync(
            new NewPage(PagePaths.Activity, activity.Slug, new(activity.TitleZh, OrNull(activity.TitleEn)))
            {
                Description = activity.Wording.Reward is { IsEmpty: false } reward ? reward : new(activity.TitleZh, OrNull(activity.TitleEn)),
                SubjectId = activity.Id,
                Document = Document(activity, kinds.Get(activity.Type), tenant, await pages.FindAsync(PagePaths.Content, Privacy, ct) is not null),
            },
            ct);
    }

    private string Document(Activity a, ActivityKind kind, TenantFacts tenant, bool hasPrivacy)
    {
        var facts = new List<object> { Fact("calendar", "page.when", new LocalText(When(a, "zh-CN"), When(a, "en"))) };
        if (a.VenueZh.Length > 0)
        {
            facts.Add(Fact("pin", "page.where", new LocalText(a.VenueZh, OrNull(a.VenueEn))));
        }

        if (!a.Wording.Reward.IsEmpty)
        {
            facts.Add(Fact("gift", "page.reward", a.Wording.Reward));
        }

        var privacy = hasPrivacy ? $"/{tenant.Identifier}/{PagePaths.Content}/{Privacy}" : null;
        var blocks = new List<object>
        {
            new { kind = "hero", version = 1, id = "top", badge = Both($"kind.{kind.Code}"), title = new LocalText(a.TitleZh, OrNull(a.TitleEn)), subtitle = Both($"kind.{kind.Code}.hint"), picture = new { drawing = kind.Drawing, alt = Both($"kind.{kind.Code}") }, facts },
            new { kind = SignUpFormBlock.Kind, version = 1, id = "sign-up", title = Both($"kind.{kind.Code}.form"), button = Both($"kind.{kind.Code}.button"), privacyHref = privacy },
        };
        if (!a.Wording.Rules.IsEmpty)
        {
            blocks.Add(new { kind = "rules", version = 1, id = "rules", body = a.Wording.Rules.Zh, bodyEn = a.Wording.Rules.En });
        }

        blocks.Add(new { kind = "footer", version = 1, id = "footer", @operator = new LocalText(tenant.Name), privacyHref = privacy });
        blocks.Add(new { kind = "sticky_action", version = 1, id = "act", label = Both($"kind.{kind.Code}.button"), target = "sign-up" });
        return JsonSerializer.Serialize(new { blocks }, Json);
    }

    private object Fact(string icon, string label, LocalText words) => new { icon, label = Both(label), text = words };

    private LocalText Both(string key) => new(In(key, "zh-CN"), In(key, "en"));

    private string In(string key, string language)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        try
        {
            return text[key];
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }

    private static string When(Activity a, string language)
    {
        var (from, until) = (ShanghaiTime.Of(a.RunsFrom), ShanghaiTime.Of(a.RunsUntil));
        return language == "en"
            ? string.Create(CultureInfo.GetCultureInfo("en"), $"{from:d MMM} – {until:d MMM yyyy}")
            : string.Create(CultureInfo.InvariantCulture, $"{from:M月d日}至{until:M月d日}");
    }

    private static string? OrNull(string words) => words.Length > 0 ? words : null;
}
