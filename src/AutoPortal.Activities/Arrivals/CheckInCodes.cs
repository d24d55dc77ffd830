using System.Security.Cryptography;
using System.Text;
using AutoPortal.Activities.Domain;
using AutoPortal.Kernel.Security;

namespace AutoPortal.Activities.Arrivals;

/// <summary>The code a person shows at the door: the number of the sign-up and five signs that only we can make for this tenant, activity and sign-up.</summary>
internal static class CheckInCodes
{
    private const int NumberLength = 8;
    private const int Length = NumberLength + 5;

    /// <summary>Such as <c>7K3M-9QXT-2HDRP</c>.</summary>
    public static string Of(PhoneVault vault, Guid tenantId, Guid activityId, Guid signUpId)
        => $"{SignUpNumber.Of(signUpId)}-{SignUpNumber.MarkOf(vault.Hash(tenantId, $"check_in:{activityId:N}:{signUpId:N}"))}";

    /// <summary>As scanned or typed, brought to one form without dashes: look-alikes count as what they look like. Null where it is no code.</summary>
    public static string? Normalise(string? typed)
    {
        if (typed is not { Length: > 0 and < 100 })
        {
            return null;
        }

        var code = string.Concat(typed.Normalize(NormalizationForm.FormKC).ToUpperInvariant().Where(char.IsAsciiLetterOrDigit).Select(sign => sign switch { 'O' => '0', 'I' or 'L' => '1', 'U' => 'V', _ => sign }));
        return code.Length == Length ? code : null;
    }

    /// <summary>How ids end that the code can mean; null where it can mean none.</summary>
    public static string? EndOfId(string code) => SignUpNumber.EndOfId(code.AsSpan(0, NumberLength));

    /// <summary>Whether we made this code for this sign-up.</summary>
    public static bool IsOf(string code, PhoneVault vault, Guid tenantId, Guid activityId, Guid signUpId)
        => CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(code), Encoding.ASCII.GetBytes(Normalise(Of(vault, tenantId, activityId, signUpId))!));

    /// <summary>What a device keeps instead of the code, to know it again without a network. Lower-case hex.</summary>
    public static string HashOf(Guid activityId, string code)
        => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes($"{activityId:N}:{code}")));
}
