using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace AutoPortal.Platform.Exports;

/// <summary>Seals the link to a file for one person: sent on, or made up, it opens nothing. When it ends stands with the export.</summary>
internal sealed class ExportLinks(IDataProtectionProvider protection)
{
    private readonly IDataProtector _protector = protection.CreateProtector("AutoPortal.Exports");

    public string For(Guid jobId, Guid accountId) => $"{PlatformRoutes.Exports}/{jobId}/file?seal={_protector.Protect(Words(jobId, accountId))}";

    public bool IsFor(Guid jobId, Guid accountId, string? seal)
    {
        try
        {
            return seal is { Length: > 0 and < 1_000 } && _protector.Unprotect(seal) == Words(jobId, accountId);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private static string Words(Guid jobId, Guid accountId) => $"{jobId:N}:{accountId:N}";
}
