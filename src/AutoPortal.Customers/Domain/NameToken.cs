using System.Globalization;
using AutoPortal.Kernel.Data;
using AutoPortal.Kernel.Scopes;
using AutoPortal.Kernel.Security;

namespace AutoPortal.Customers.Domain;

/// <summary>A piece of a customer's name, hashed: names are found without being stored in the clear, by an index that row-level security lets through.</summary>
[NotAudited]
internal sealed class NameToken : TenantEntity
{
    public string Token { get; private set; } = "";

    public Guid CustomerId { get; private set; }
}

/// <summary>Cuts names into pieces: every pair of neighbours, and single characters of Chinese names.</summary>
internal sealed class NameTokens(PhoneVault vault, CurrentScope scope)
{
    private const int MostSigns = 16;

    /// <summary>Hashes under which a name is stored.</summary>
    public IEnumerable<string> Of(string name) => Pieces(name, withSingles: true).Select(Hash);

    /// <summary>Hashes that all must be there for what a person searches; empty where there is nothing to search by.</summary>
    public IReadOnlyList<string> Sought(string text)
    {
        var signs = Signs(text);
        return [.. Pieces(text, withSingles: signs.Count == 1).Select(Hash)];
    }

    private static IEnumerable<string> Pieces(string name, bool withSingles)
    {
        var signs = Signs(name);
        var pairs = signs.Zip(signs.Skip(1), (one, next) => one + next);
        return (withSingles ? signs.Where(IsChinese).Concat(pairs) : pairs).Distinct(StringComparer.Ordinal);
    }

    private static List<string> Signs(string name)
    {
        var signs = new List<string>(MostSigns);
        var text = StringInfo.GetTextElementEnumerator(name.Trim().ToLowerInvariant());
        while (signs.Count < MostSigns && text.MoveNext())
        {
            var sign = text.GetTextElement();
            if (!string.IsNullOrWhiteSpace(sign))
            {
                signs.Add(sign);
            }
        }

        return signs;
    }

    private static bool IsChinese(string sign) => sign.EnumerateRunes().First().Value is >= 0x3400 and <= 0x9FFF or >= 0x20000 and <= 0x3FFFF;

    private string Hash(string piece) => vault.Hash(scope.TenantId, "name:" + piece)[..16];
}
