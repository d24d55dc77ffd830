using AutoPortal.Platform.Contracts;

namespace AutoPortal.Platform.Domain;

/// <summary>What each persona may do in a new tenant. Source: domain language §1 T2, §17.</summary>
internal static class RoleGrants
{
    public static IReadOnlyDictionary<string, IReadOnlyList<string>> ByTemplate { get; } = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
    {
        [RoleTemplate.PlatformAdmin] = ["platform.*", "channels.*", "activities.approve", "pages.publish", "customers.manage_events", "*.read", "*.import"],
        // Headquarters and regions see phones masked: no reveal.
        [RoleTemplate.CampaignOperator] = ["activities.*", "pages.*", "leads.read", "leads.assign", "leads.dispatch", "leads.clean", "leads.rules", "leads.import", "customers.read", "customers.manage_events", "channels.read", "platform.imports", "platform.organisation_read", "platform.series_read"],
        [RoleTemplate.RegionalManager] = ["activities.read", "pages.read", "leads.read", "customers.read", "platform.organisation_read", "platform.series_read"],
        [RoleTemplate.DealerManager] = ["leads.read", "leads.import", "leads.work", "leads.assign", "leads.decide_lost", "leads.reveal", "customers.read", "customers.reveal_phone", "activities.read", "activities.approve", "activities.check_in", "pages.read", "platform.imports", "platform.organisation_read", "platform.people_read", "platform.roster", "platform.series_read", "platform.exports_approve"],
        [RoleTemplate.DealerMarketing] = ["activities.*", "pages.*", "leads.read", "customers.read", "platform.series_read"],
        [RoleTemplate.SalesAdvisor] = ["leads.read", "leads.work", "leads.reveal", "customers.read", "customers.reveal_phone", "activities.read", "activities.check_in", "platform.duty", "platform.series_read"],
        [RoleTemplate.DccCaller] = ["leads.read", "leads.work", "leads.reveal", "customers.read", "platform.duty", "platform.series_read"],
    };
}
