namespace AutoPortal.Kernel.Scopes;

/// <summary>How far a person, or a piece of work, sees inside one tenant. Source: domain language §1 T2, §17.</summary>
public enum Reach
{
    /// <summary>No scope was entered: nothing is seen.</summary>
    None,

    /// <summary>A consumer's request: tenant rows, no permission.</summary>
    Consumer,

    /// <summary>Work of the house itself for one tenant: jobs, handlers, seeds.</summary>
    System,

    /// <summary>All of the tenant (HQ).</summary>
    Tenant,

    /// <summary>The dealers below one region or sub-region, as the tree stands today.</summary>
    Region,

    /// <summary>One dealer.</summary>
    Dealer,

    /// <summary>Only the person's own rows at one dealer.</summary>
    Own,
}
