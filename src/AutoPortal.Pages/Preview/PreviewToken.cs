using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace AutoPortal.Pages.Preview;

/// <summary>The word of a preview link: 256 random bits, of which only a hash is kept.</summary>
internal static class PreviewToken
{
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));
}
