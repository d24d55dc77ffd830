namespace AutoPortal.Platform.Contracts;

/// <summary>The personas that every tenant starts with. Source: domain language §17.</summary>
public static class RoleTemplate
{
    /// <summary>平台管理员.</summary>
    public const string PlatformAdmin = "platform_admin";

    /// <summary>厂端运营.</summary>
    public const string CampaignOperator = "campaign_operator";

    /// <summary>区域经理.</summary>
    public const string RegionalManager = "regional_manager";

    /// <summary>店总/销售经理.</summary>
    public const string DealerManager = "dealer_manager";

    /// <summary>市场专员.</summary>
    public const string DealerMarketing = "dealer_marketing";

    /// <summary>销售顾问.</summary>
    public const string SalesAdvisor = "sales_advisor";

    /// <summary>DCC邀约员.</summary>
    public const string DccCaller = "dcc_caller";
}
