using System.Globalization;
using System.Threading.RateLimiting;
using AutoPortal.Channels.Contracts;
using AutoPortal.Pages.Public;
using AutoPortal.Platform.Scopes;
using AutoPortal.Ui;
using AutoPortal.Ui.Shell;
using AutoPortal.Web.Shell;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Localization;

namespace AutoPortal.Web.Hosting;

/// <summary>The host's own services, and the order in which a request meets the walls.</summary>
internal static class PortalWeb
{
    public static void AddPortalWeb(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddRazorComponents().AddInteractiveServerComponents(circuits =>
        {
            circuits.DisconnectedCircuitRetentionPeriod = TimeSpan.FromMinutes(3);
            circuits.DisconnectedCircuitMaxRetained = 500;
        }).AddHubOptions(hub => hub.MaximumReceiveMessageSize = 256 * 1024);
        services.AddUi(shell =>
        {
            shell.HomePath = "/app";
            shell.HelpPath = "/app/help";
            shell.SignOutPath = "/signout";
        });
        services.AddSingleton<PortalAssets>();
        services.AddStaffAuthentication();
        services.AddScoped<IOutboxTenants, OutboxTenants>();
        services.AddAntiforgery(antiforgery =>
        {
            antiforgery.Cookie.Name = "portal.af";
            antiforgery.Cookie.SameSite = SameSiteMode.Lax;
        });
        services.AddHealthChecks().AddCheck<DatabaseHealth>("database", tags: [DatabaseHealth.Ready]);
        services.AddRateLimiter(limits =>
        {
            limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            // A last wall against a single noisy address; finer limits stand at the endpoints and with the phone codes.
            limits.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(http => HttpMethods.IsPost(http.Request.Method)
                ? RateLimitPartition.GetTokenBucketLimiter(http.Connection.RemoteIpAddress?.ToString() ?? "", _ => new TokenBucketRateLimiterOptions
                {
                    TokenLimit = builder.Configuration.GetValue("Limits:PostBurstPerAddress", 600),
                    TokensPerPeriod = builder.Configuration.GetValue("Limits:PostsPerAddressPerSecond", 100),
                    ReplenishmentPeriod = TimeSpan.FromSeconds(1),
                    QueueLimit = 0,
                })
                : RateLimitPartition.GetNoLimiter(""));
        });
        services.AddPublicCompression();
        services.Configure<ForwardedHeadersOptions>(forwarded =>
        {
            forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        });
        services.Configure<RequestLocalizationOptions>(localization =>
        {
            localization.DefaultRequestCulture = new RequestCulture("zh-CN");
            localization.SupportedCultures = [new CultureInfo("zh-CN"), new CultureInfo("en")];
            localization.SupportedUICultures = localization.SupportedCultures;
            // The person's choice decides, not the browser's: Chinese first.
            localization.RequestCultureProviders = [new CookieRequestCultureProvider()];
        });
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 25 * 1024 * 1024;
        });
        builder.AddTelemetry();
    }

    public static void UsePortalWeb(this WebApplication app)
    {
        // Before all else: a page drawn for everybody carries all its headers and nothing of anybody.
        app.UseDrawnPages();
        app.UseForwardedHeaders();
        app.UseSecurityHeaders();
        if (!app.Environment.IsDevelopment())
        {
            app.UseExceptionHandler("/error");
        }

        app.UseAssetCompression();
        app.UseStaticFiles(StaticFiles.Options);
        app.UseRouting();
        app.UsePageCompression();
        app.UseRateLimiter();
        app.UseRequestLocalization();
        app.UseStatusCodePagesWithReExecute("/not-found", "?code={0}");
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseStaffScope();
        app.UseAntiforgery();

        app.MapHealth();
        foreach (var module in PortalModules.All)
        {
            module.MapEndpoints(app);
        }

        app.MapRazorComponents<App>()
            .AddInteractiveServerRenderMode()
            .AddAdditionalAssemblies([.. PortalModules.All.Select(m => m.GetType().Assembly).Append(typeof(UiSetup).Assembly).Distinct()])
            .RequireAuthorization()
            .HideDevelopmentScreens(app.Environment);
    }
}
