using AutoPortal.Kernel.Scopes;
using AutoPortal.Platform.Contracts;
using AutoPortal.Platform.Imports;
using AutoPortal.Platform.Tenants;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace AutoPortal.E2E;

/// <summary>A tenant of a journey's own, from the day it was founded.</summary>
internal static class NewTenant
{
    /// <summary>Founds it, and lets its administrator hire the operator on screen.</summary>
    /// <returns>The administrator, signed in, and the operator's password.</returns>
    public static async Task<(Visitor Admin, string OperatorsPassword)> FoundAsync(this Portal portal, string identifier)
    {
        var founded = await portal.Services.GetRequiredService<CreateTenant>().RunAsync(identifier, "辰星", $"admin@{identifier}.example", default);
        var admin = await Visitor.AtDeskAsync(portal.Url, journey: identifier);
        await admin.SignInAsync(founded.Value!.AdminEmail, founded.Value.OneTimePassword!, "/app/people");
        await admin.InteractiveAsync();
        var page = admin.Page;
        await page.ClickAsync("button:has-text('添加人员')");
        await page.Locator("[role=dialog] select[name=role] option").Nth(2).WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await page.FillAsync("[role=dialog] input[name=sign_in]", OperatorOf(identifier));
        await page.FillAsync("[role=dialog] input[name=name]", "周运营");
        await page.SelectOptionAsync("[role=dialog] select[name=role]", new SelectOptionValue { Label = "厂端运营" });
        await page.ClickAsync("[role=dialog] button[type=submit]");
        return (admin, await page.Locator("[data-testid=password]").InnerTextAsync());
    }

    public static string OperatorOf(string identifier) => $"operator@{identifier}.example";

    /// <summary>Brings a file in as the command line does.</summary>
    public static async Task ImportAsync(this Portal portal, string identifier, string kind, string path)
    {
        var tenant = (await portal.Services.GetRequiredService<ITenantDirectory>().FindAsync(identifier, default))!;
        await portal.Services.GetRequiredService<ScopeRunner>().RunAsync(
            new ScopeFacts(tenant.Id, tenant.Identifier, Reach.System) { UserName = "import", Origin = "test" },
            async (services, ct) => (await services.GetRequiredService<ImportFromFile>().RunAsync(kind, path, null, false, ct)).IsOk.ShouldBeTrue(),
            default);
    }
}
