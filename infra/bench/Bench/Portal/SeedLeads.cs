namespace AutoPortal.Bench.Portal;

/// <summary>Sees to it that the list has pages to turn.</summary>
internal static class SeedLeads
{
    private const int FirstPhone = 5_000_000;

    public static async Task EnsureAsync(BenchContext bench, int count, CancellationToken ct)
    {
        var book = new LeadBook(bench.Home);
        var before = await book.LeadsAsync(ct);
        if (before >= count)
        {
            return;
        }

        await book.MakeRoomAsync(ct);
        using var visitors = new Visitors(new Uri(bench.Node.Page), FirstPhone);
        await visitors.SignUpAsync(await visitors.ComeAsync(count, [], ct), ct);
        if (!await book.WaitAsync(before + count, TimeSpan.FromSeconds(60), ct))
        {
            throw new BenchException("The list stays empty: sign-ups do not become leads.");
        }
    }
}
