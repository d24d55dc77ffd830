using System.Globalization;
using AutoPortal.Leads.Intake;

namespace AutoPortal.Leads.Tests.Intake;

/// <summary>Rows as media and dealers send them, so many of each kind, in one mixed order.</summary>
internal static class GeneratedRows
{
    private static readonly string[] BadPhones = ["无", "1380013800", "138123456789", "02161234567", "1381234567a", "12345678901"];
    private static readonly string?[] Windows = ["7天内", "15天内", "1个月内", "3个月内", "半年内", "1年内", "1年以上", null];

    public static IReadOnlyList<WrittenLead> Of(int accepted, int missing, int withoutConsent, int badPhones, int blocked, int repeated, int seed)
    {
        var dice = new Random(seed);
        var good = Enumerable.Range(0, accepted).Select(i => Row(i, dice)).ToList();
        List<WrittenLead> bad =
        [
            .. Enumerable.Range(0, missing).Select(i => i % 2 == 0 ? Row(10_000 + i, dice) with { Name = null } : Row(10_000 + i, dice) with { Phone = " " }),
            .. Enumerable.Range(0, withoutConsent).Select(i => Row(20_000 + i, dice) with { Consent = "否" }),
            .. Enumerable.Range(0, badPhones).Select(i => Row(30_000 + i, dice) with { Phone = BadPhones[i % BadPhones.Length] }),
            .. Enumerable.Range(0, blocked).Select(i => Row(40_000 + i, dice) with { Phone = "138 0013 8000" }),
        ];
        var mixed = good.Concat(bad).ToArray();
        dice.Shuffle(mixed);
        // Whoever asks again asks later, and writes the number differently.
        return [.. mixed, .. Enumerable.Range(0, repeated).Select(i => good[i % good.Count] with { Phone = "+86" + good[i % good.Count].Phone, Window = Windows[dice.Next(Windows.Length)] })];
    }

    private static WrittenLead Row(int n, Random dice) => Make.Written() with
    {
        Phone = string.Create(CultureInfo.InvariantCulture, $"139{n:D8}"),
        Window = Windows[dice.Next(Windows.Length)],
        Dealer = dice.Next(3) switch { 0 => "CX1", 1 => "CX2", _ => null },
    };
}
