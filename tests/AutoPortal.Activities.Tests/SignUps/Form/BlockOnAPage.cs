using System.Globalization;
using AngleSharp.Dom;
using AutoPortal.Activities.SignUps.Form;
using AutoPortal.Activities.SignUps.Public;
using AutoPortal.Kernel.Security;
using AutoPortal.Pages.Contracts;
using AutoPortal.Testing;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace AutoPortal.Activities.Tests.SignUps.Form;

/// <summary>Draws a block of this module as a page of <c>/test/a/autumn</c> does.</summary>
internal static class BlockOnAPage
{
    /// <returns>Its section, or null where it draws nothing.</returns>
    public static IElement? Draw<TView, TBlock>(TestTenant tenant, TBlock block, Func<BlockContext, BlockContext>? on = null, params object[] inputs)
        where TView : BlockComponent<TBlock>
        where TBlock : Block
    {
        var page = new BlockContext
        {
            TenantId = tenant.Id,
            TenantIdentifier = "test",
            TenantName = "辰星汽车",
            PageId = Make.Id(),
            PathKind = "a",
            Slug = "autumn",
            Inputs = inputs.ToDictionary(i => i.GetType()),
        };
        page = on is null ? page : on(page);
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(page.Language);
        using var context = new BunitContext();
        context.Services.AddSingleton(tenant.Get<SignUpForms>());
        context.Services.AddSingleton(tenant.Get<FormSeals>());
        context.Services.AddSingleton(tenant.Get<PhoneVault>());
        context.Services.AddSingleton(tenant.Get<IStringLocalizerFactory>());
        context.Services.AddTransient(typeof(IStringLocalizer<>), typeof(StringLocalizer<>));
        var loaded = context.Render<CascadingValue<BlockContext>>(cascade => cascade.Add(c => c.Value, page).AddChildContent<TView>(view => view.Add(v => v.Block, block)));
        // Whether it draws nothing is only known once it is through.
        loaded.WaitForState(() => Loaded(loaded.FindComponent<TView>().Instance), TimeSpan.FromSeconds(20));
        loaded.InvokeAsync(() => { }).GetAwaiter().GetResult();
        return loaded.FindAll("section").FirstOrDefault();
    }

    private static bool Loaded(object view)
        => view.GetType().GetField("_isLoaded", System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Instance)!.GetValue(view) is true;
}
