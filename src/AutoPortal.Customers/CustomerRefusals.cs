using AutoPortal.Kernel.Outcomes;

namespace AutoPortal.Customers;

internal static class CustomerRefusals
{
    public static readonly Refusal NotFound = new("customers.not_found");
    public static readonly Refusal SchemaIsThere = new("customers.schema_is_there");
    public static readonly Refusal SchemaIsUnfit = new("customers.schema_is_unfit");
    public static readonly Refusal ReasonIsUnknown = new("customers.reason_is_unknown");
}
