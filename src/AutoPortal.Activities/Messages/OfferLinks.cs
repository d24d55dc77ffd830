using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using AutoPortal.Kernel.Security;

namespace AutoPortal.Activities.Messages;

/// <summary>The word in an offer's link: short enough for a text message, and good only where we made it.</summary>
internal static class OfferLinks
{
    private const int IdLength = 22;
    private const int MarkLength = 20;

    public static string Of(PhoneVault vault, Guid tenantId, Guid offerId) => Base64Url.EncodeToString(offerId.ToByteArray()) + Mark(vault, tenantId, offerId);

    /// <summary>The offer, or null where the link is not ours.</summary>
    public static Guid? Read(PhoneVault vault, Guid tenantId, string word)
    {
        if (word.Length != IdLength + MarkLength || !Base64Url.IsValid(word.AsSpan(0, IdLength), out var bytes) || bytes != 16)
        {
            return null;
        }

        var offerId = new Guid(Base64Url.DecodeFromChars(word.AsSpan(0, IdLength)));
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Mark(vault, tenantId, offerId)), Encoding.UTF8.GetBytes(word[IdLength..])) ? offerId : null;
    }

    private static string Mark(PhoneVault vault, Guid tenantId, Guid offerId) => vault.Hash(tenantId, $"offer:{offerId:N}")[..MarkLength];
}
