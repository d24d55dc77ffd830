using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;

namespace AutoPortal.Activities.SignUps.Public;

/// <summary>What the public face signs: the stamp of a drawn form, and the receipt in an address.</summary>
/// <remarks>Neither is personal: a stamp is cached with the page for everybody, a receipt may be shared.</remarks>
internal sealed class FormSeals(IDataProtectionProvider protection, IOptions<ActivitiesOptions> options)
{
    private static readonly TimeSpan ReceiptLife = TimeSpan.FromDays(180);
    private readonly ITimeLimitedDataProtector _stamps = protection.CreateProtector("activities.sign_up_form").ToTimeLimitedDataProtector();
    private readonly ITimeLimitedDataProtector _receipts = protection.CreateProtector("activities.receipt").ToTimeLimitedDataProtector();

    public string Stamp(Guid tenantId, string slug) => _stamps.Protect(Subject(tenantId, slug), options.Value.FormLife);

    /// <summary>Whether we drew that form, for this activity, not too long ago.</summary>
    public bool IsFresh(string stamp, Guid tenantId, string slug)
        => TryOpen(_stamps, stamp, out var subject) && subject == Subject(tenantId, slug);

    public string Seal(SignUpReceipt receipt, Guid tenantId, string slug)
        => _receipts.Protect(JsonSerializer.Serialize(new Sealed(Subject(tenantId, slug), receipt)), ReceiptLife);

    public SignUpReceipt? Open(string? sealedReceipt, Guid tenantId, string slug)
        => TryOpen(_receipts, sealedReceipt, out var json) && JsonSerializer.Deserialize<Sealed>(json) is { } found && found.Subject == Subject(tenantId, slug)
            ? found.Receipt
            : null;

    private static string Subject(Guid tenantId, string slug) => $"{tenantId:N}/{slug}";

    private static bool TryOpen(ITimeLimitedDataProtector protector, string? text, [NotNullWhen(true)] out string? plain)
    {
        try
        {
            plain = text is { Length: > 0 and < 2_000 } ? protector.Unprotect(text) : null;
        }
        catch (CryptographicException)
        {
            // Too old, damaged or forged: all the same to the person, who gets a fresh one.
            plain = null;
        }

        return plain is not null;
    }

    private sealed record Sealed(string Subject, SignUpReceipt Receipt);
}
