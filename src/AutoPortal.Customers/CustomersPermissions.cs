namespace AutoPortal.Customers;

/// <summary>What a role may be allowed here.</summary>
public static class CustomersPermissions
{
    /// <summary>See customers, masked, as far as the scope reaches.</summary>
    public const string Read = "customers.read";

    /// <summary>See a customer's phone in the clear, with a reason that is kept.</summary>
    public const string Reveal = "customers.reveal_phone";

    /// <summary>Declare events that pages may tell, and take in or throw away what waits in quarantine.</summary>
    public const string ManageEvents = "customers.manage_events";
}
