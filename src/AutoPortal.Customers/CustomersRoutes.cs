namespace AutoPortal.Customers;

/// <summary>Where the module's screens stand.</summary>
public static class CustomersRoutes
{
    /// <summary>All customers; <c>?customer={id}</c> opens one.</summary>
    public const string List = "/app/customers";

    /// <summary>Visitors' events that wait in quarantine.</summary>
    public const string Events = "/app/page-events";
}
