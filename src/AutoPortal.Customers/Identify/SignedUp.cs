using AutoPortal.Activities.Contracts;
using AutoPortal.Customers.Contracts;
using AutoPortal.Customers.Domain;

namespace AutoPortal.Customers.Identify;

internal static class SignedUp
{
    /// <summary>What others hear of a sign-up once its person is known.</summary>
    public static CustomerSignedUp Told(SignUpAccepted signUp, Guid customerId, Guid tenantId) => new(
        tenantId,
        customerId,
        signUp.SignUpId,
        signUp.ActivityId,
        signUp.ActivityTitle,
        signUp.BrandId,
        signUp.NameSealed,
        signUp.PhoneSealed,
        signUp.PhoneHash,
        signUp.PhoneTail,
        signUp.PhoneVerified,
        [.. signUp.Consents.Select(c => c.Purpose)],
        signUp.SeriesCode,
        signUp.PurchaseWindow,
        signUp.Province,
        signUp.City,
        signUp.District,
        signUp.DealerId,
        signUp.SourceCode,
        signUp.TraceId,
        signUp.At);
}

internal static class KeyType
{
    public static string Of(SignUpAccepted signUp) => signUp.PhoneVerified ? IdentityKeyTypes.PhoneVerified : IdentityKeyTypes.PhoneUnverified;
}
