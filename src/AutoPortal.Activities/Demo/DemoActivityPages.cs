using System.Globalization;
using AutoPortal.Activities.Domain;
using AutoPortal.Pages.Contracts;
using AutoPortal.Platform.Contracts;
using AutoPortal.Kernel.Time;

namespace AutoPortal.Activities.Demo;

/// <summary>Makes and publishes the pages of the demonstration's activities, as an operator would.</summary>
internal sealed class DemoActivityPages(IPagePublishing publishing, IPageDirectory directory)
{
    private const string Privacy = "privacy";
    private static readonly LocalText Hotline = new("tel:4008201234");

    /// <returns>The page.</returns>
    public async Task<Guid> PublishAsync(Activity activity, DemoActivity plan, TenantFacts tenant, CancellationToken ct)
    {
        await EnsureAsync(new NewPage(PagePaths.Content, Privacy, new("隐私政策", "Privacy policy"))
        {
            Template = PageTemplates.Privacy,
            Words = new Dictionary<string, LocalText> { ["operator"] = new(tenant.Name), ["hotline"] = Hotline },
        }, ct);

        return await EnsureAsync(new NewPage(PagePaths.Activity, activity.Slug, new(activity.TitleZh, activity.TitleEn))
        {
            Description = new($"{tenant.Name}{activity.TitleZh},线上报名,到店试驾。", $"{activity.TitleEn}: sign up online, drive at the dealer."),
            SubjectId = activity.Id,
            Theme = new PageTheme(tenant.AccentColor, Skin: plan.Skin),
            Document = plan.Document is { } name ? Read(name, activity, tenant) : null,
            Words = Words(activity, plan, tenant),
        }, ct);
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
        words["rules"] = new("每个手机号限报名一次。名额有限,先到先得。\n试驾需本人携带有效驾驶证。", "One sign-up for each phone number. Places are limited, first come, first served.\nBring your valid driving licence.");
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
