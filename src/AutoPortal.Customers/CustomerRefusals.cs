using AutoPortal.Kernel.Outcomes;

namespace AutoPortal.Customers;

internal static class CustomerRefusals
{
    public static readonly Refusal NotFound = new("customers.not_found");
    public static readonly Refusal ReasonIsUnknown = new("customers.reason_is_unknown");
}
