using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using AutoPortal.Kernel;
using AutoPortal.Kernel.Security;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AutoPortal.Platform.Accounts;

/// <summary>The key ring of all nodes, in PostgreSQL, each key sealed under the house's master key.</summary>
internal sealed class KeyRing(IDbContextFactory<AccountsDb> dbs, KeySeal seal, TimeProvider clock) : IXmlRepository, IConfigureOptions<KeyManagementOptions>
{
    public void Configure(KeyManagementOptions options)
    {
        options.XmlRepository = this;
        options.XmlEncryptor = seal;
    }

    // The key ring asks synchronously: once at start, and when a key is made.
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var db = dbs.CreateDbContext();
        return db.Keys.AsNoTracking().OrderBy(k => k.Id).Select(k => k.Xml).ToList().ConvertAll(xml => XElement.Parse(xml));
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        using var db = dbs.CreateDbContext();
        db.Keys.Add(new DataProtectionKey(Ids.New(clock), friendlyName, element.ToString(SaveOptions.DisableFormatting), clock.GetUtcNow()));
        db.SaveChanges();
    }
}

/// <summary>AES-256-GCM under a key derived from the master key: whoever reads the table alone cannot make a sign-in cookie.</summary>
internal sealed class KeySeal(IOptions<SecretsOptions> secrets) : IXmlEncryptor
{
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var text = Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting));
        var box = new byte[NonceBytes + TagBytes + text.Length];
        RandomNumberGenerator.Fill(box.AsSpan(0, NonceBytes));
        using var aes = new AesGcm(Key(), TagBytes);
        aes.Encrypt(box.AsSpan(0, NonceBytes), text, box.AsSpan(NonceBytes + TagBytes), box.AsSpan(NonceBytes, TagBytes));
        return new EncryptedXmlInfo(new XElement("sealed", Convert.ToBase64String(box)), typeof(KeyOpening));
    }

    public XElement Open(XElement sealedElement)
    {
        var box = Convert.FromBase64String(sealedElement.Value);
        var text = new byte[box.Length - NonceBytes - TagBytes];
        using var aes = new AesGcm(Key(), TagBytes);
        aes.Decrypt(box.AsSpan(0, NonceBytes), box.AsSpan(NonceBytes + TagBytes), box.AsSpan(NonceBytes, TagBytes), text);
        return XElement.Parse(Encoding.UTF8.GetString(text));
    }

    private byte[] Key() => HKDF.DeriveKey(HashAlgorithmName.SHA256, Convert.FromBase64String(secrets.Value.MasterKey), 32, info: "autoportal:key_ring"u8.ToArray());
}

/// <summary>Made by the key ring itself, by the type name that stands beside each sealed key; hence its constructor.</summary>
public sealed class KeyOpening(IServiceProvider services) : IXmlDecryptor
{
    /// <inheritdoc/>
    public XElement Decrypt(XElement encryptedElement) => services.GetRequiredService<KeySeal>().Open(encryptedElement);
}
