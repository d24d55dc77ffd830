namespace AutoPortal.Customers;

/// <summary>Words to open screens.</summary>
internal static class CustomerTopics
{
    /// <summary>Customers were met or met again; no payload.</summary>
    public const string Seen = "customers.seen";

    /// <summary>Visitors did something on pages; no payload.</summary>
    public const string Traffic = AutoPortal.Pages.Contracts.PageTrafficWords.Topic;
}
