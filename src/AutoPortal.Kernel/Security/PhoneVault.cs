using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace AutoPortal.Kernel.Security;

/// <summary>Keys of the house; from the environment or the embedded home, never from the repository.</summary>
public sealed class SecretsOptions
{
    /// <summary>Base64 of at least 32 random bytes: every tenant's keys are derived from it.</summary>
    public string MasterKey { get; set; } = "";
}

/// <summary>Seals personal text with AES-256-GCM and makes look-up hashes with HMAC-SHA256, both under a tenant's own key. Source: design, tenancy.</summary>
public sealed class PhoneVault(IOptions<SecretsOptions> options)
{
    private const int NonceBytes = 12;
    private const int TagBytes = 16;
    private readonly ConcurrentDictionary<(Guid Tenant, string Use), byte[]> _keys = new();

    /// <summary>Base64 of nonce, tag and cipher text.</summary>
    public string Seal(Guid tenantId, string plain)
    {
        var text = Encoding.UTF8.GetBytes(plain);
        var box = new byte[NonceBytes + TagBytes + text.Length];
        RandomNumberGenerator.Fill(box.AsSpan(0, NonceBytes));
        using var aes = new AesGcm(Key(tenantId, "seal"), TagBytes);
        aes.Encrypt(box.AsSpan(0, NonceBytes), text, box.AsSpan(NonceBytes + TagBytes), box.AsSpan(NonceBytes, TagBytes));
        return Convert.ToBase64String(box);
    }

    /// <summary>The plain text. Only a reveal with a reason and a log, or a send, may ask for it.</summary>
    /// <exception cref="CryptographicException">Sealed for another tenant, or damaged.</exception>
    public string Open(Guid tenantId, string sealedText)
    {
        var box = Convert.FromBase64String(sealedText);
        var text = new byte[box.Length - NonceBytes - TagBytes];
        using var aes = new AesGcm(Key(tenantId, "seal"), TagBytes);
        aes.Decrypt(box.AsSpan(0, NonceBytes), box.AsSpan(NonceBytes + TagBytes), box.AsSpan(NonceBytes, TagBytes), text);
        return Encoding.UTF8.GetString(text);
    }

    /// <summary>Lower-case hex; equal for equal phones of one tenant, unrelated between tenants.</summary>
    public string Hash(Guid tenantId, string normalisedPhone)
        => Convert.ToHexStringLower(HMACSHA256.HashData(Key(tenantId, "hash"), Encoding.UTF8.GetBytes(normalisedPhone)));

    /// <summary>The last four digits, for search and for people to tell numbers apart.</summary>
    public static string Tail(string normalisedPhone) => normalisedPhone.Length <= 4 ? normalisedPhone : normalisedPhone[^4..];

    /// <summary>The masked form <c>138****1234</c>.</summary>
    public static string Mask(string normalisedPhone)
        => normalisedPhone.Length < 8 ? "****" : $"{normalisedPhone[..3]}****{normalisedPhone[^4..]}";

    private byte[] Key(Guid tenantId, string use) => _keys.GetOrAdd((tenantId, use), key =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, Convert.FromBase64String(options.Value.MasterKey), 32, key.Tenant.ToByteArray(), Encoding.UTF8.GetBytes("autoportal:" + key.Use)));
}
