namespace AutoPortal.Customers;

/// <summary>Where the module's screens stand.</summary>
public static class CustomersRoutes
{
    /// <summary>All customers; <c>?customer={id}</c> opens one.</summary>
    public const string List = "/app/customers";
}
