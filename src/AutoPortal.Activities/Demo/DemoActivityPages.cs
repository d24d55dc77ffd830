using System.Globalization;
using AutoPortal.Activities.Data;
using AutoPortal.Activities.Domain;
using AutoPortal.Activities.OwnPage;
using AutoPortal.Pages.Contracts;
using AutoPortal.Platform.Contracts;
using AutoPortal.Kernel.Time;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Activities.Demo;

/// <summary>Makes and publishes the pages of the demonstration's activities at once; people go by a review.</summary>
internal sealed class DemoActivityPages(IDbContextFactory<ActivitiesDb> dbs, MakeActivityPage make, IPagePublishing publishing, IPageDirectory directory, TimeProvider clock)
{
    private const string Privacy = "privacy";
    private static readonly LocalText Hotline = new("tel:4008201234");

    /// <summary>The page that everybody's activity starts with.</summary>
    public async Task PublishAsync(Guid activityId, CancellationToken ct)
    {
        var made = await make.RunAsync(activityId, ct);
        if (!made.IsOk || await publishing.PublishAsync(made.Value, ct) is { IsOk: false })
        {
            throw new InvalidOperationException($"The page of activity {activityId} was not made: {made.Refusal?.Code}.");
        }

        await ShowAsync(activityId, made.Value, ct);
    }

    /// <summary>A page with words and a look of its own.</summary>
    public async Task PublishAsync(Activity activity, DemoActivity plan, TenantFacts tenant, CancellationToken ct)
    {
        await EnsureAsync(new NewPage(PagePaths.Content, Privacy, new("隐私政策", "Privacy policy"))
        {
            Template = PageTemplates.Privacy,
            Words = new Dictionary<string, LocalText> { ["operator"] = new(tenant.Name), ["hotline"] = Hotline },
        }, ct);

        var page = await EnsureAsync(new NewPage(PagePaths.Activity, activity.Slug, new(activity.TitleZh, activity.TitleEn))
        {
            Description = new($"{tenant.Name}{activity.TitleZh}，线上报名，到店试驾。", $"{activity.TitleEn}: sign up online, drive at the dealer."),
            SubjectId = activity.Id,
            Theme = new PageTheme(tenant.AccentColor, Skin: plan.Skin),
            Document = plan.Document is { } name ? Read(name, activity, tenant) : null,
            Words = Words(activity, plan, tenant),
        }, ct);
        await ShowAsync(activity.Id, page, ct);
    }

    private async Task ShowAsync(Guid activityId, Guid pageId, CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        (await db.Activities.SingleAsync(a => a.Id == activityId, ct)).ShowOn(pageId, clock.GetUtcNow());
        await db.SaveAsync(ct);
    }

    private async Task<Guid> EnsureAsync(NewPage page, CancellationToken ct)
    {
        var id = (await directory.FindAsync(page.PathKind, page.Slug, ct))?.Id;
        if (id is null)
        {
            var created = await publishing.CreateAsync(page, ct);
            id = created.IsOk ? created.Value : throw new InvalidOperationException($"The page {page.Slug} was refused: {created.Refusal.Code}.");
        }

        await publishing.PublishAsync(id.Value, ct);
        return id.Value;
    }

    private static Dictionary<string, LocalText> Words(Activity activity, DemoActivity plan, TenantFacts tenant)
    {
        var words = plan.Words.ToDictionary(w => w.Key, w => new LocalText(w.Value.Zh, w.Value.En), StringComparer.Ordinal);
        words["place"] = new(activity.VenueZh, activity.VenueEn);
        words["ends_at"] = new(EndsAt(activity));
        words["hotline"] = Hotline;
        words["operator"] = new(tenant.Name);
        words["privacy"] = new($"/{tenant.Identifier}/{PagePaths.Content}/{Privacy}");
        words["rules"] = new("每个手机号限报名一次。名额有限，先到先得。\n试驾需本人携带有效驾驶证。", "One sign-up for each phone number. Places are limited, first come, first served.\nBring your valid driving licence.");
        return words;
    }

    private static string EndsAt(Activity activity)
        => ShanghaiTime.Of(activity.SignUpUntil).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    private static string Read(string name, Activity activity, TenantFacts tenant)
    {
        using var stream = typeof(DemoActivityPages).Assembly.GetManifestResourceStream("demo-page:" + name)
            ?? throw new InvalidOperationException($"There is no demonstration page {name}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd()
            .Replace("{{ends_at}}", EndsAt(activity), StringComparison.Ordinal)
            .Replace("{{operator}}", tenant.Name, StringComparison.Ordinal)
            .Replace("{{privacy}}", $"/{tenant.Identifier}/{PagePaths.Content}/{Privacy}", StringComparison.Ordinal)
            .Replace("{{hotline}}", Hotline.Zh, StringComparison.Ordinal);
    }
}
