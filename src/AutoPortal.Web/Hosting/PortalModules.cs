using AutoPortal.Activities;
using AutoPortal.Channels;
using AutoPortal.Customers;
using AutoPortal.Kernel.Modules;
using AutoPortal.Leads;
using AutoPortal.Pages;
using AutoPortal.Platform;

namespace AutoPortal.Web.Hosting;

/// <summary>The modules of the house, in the order in which they are mapped.</summary>
internal static class PortalModules
{
    public static readonly IReadOnlyList<IPortalModule> All =
    [
        new PlatformModule(),
        new ChannelsModule(),
        new CustomersModule(),
        new PagesModule(),
        new ActivitiesModule(),
        new LeadsModule(),
    ];
}
