using System.Globalization;
using System.Text.Json;
using Npgsql;

namespace AutoPortal.Bench.Portal;

/// <summary>Pages of the measured portal, put there as its own program would have left them.</summary>
internal sealed class PageBook(PortalHomeFolder home)
{
    /// <summary>What only the new version of a master says.</summary>
    public const string News = "总部新消息";

    /// <summary>What dealers say in the one block that is open to them.</summary>
    public const string DealersWords = "本店欢迎您";

    private static readonly string[] Kinds = ["notice", "rich_text", "key_facts", "steps", "faq", "rules", "countdown", "notice", "price_table", "gallery"];

    /// <summary>A draft that nobody has published.</summary>
    public async Task<Guid> DraftAsync(string slug, int blocks, CancellationToken ct)
    {
        var page = Guid.CreateVersion7();
        await RunAsync($"insert into pages.pages ({Columns}) select t.tenant_id, @page, {Values("null", "false", "null")}, 'draft', null, 0, false from ({Tenant}) t", new() { ["page"] = page, ["slug"] = slug, ["document"] = Document(blocks, isHqs: false, "") }, ct);
        return page;
    }

    /// <summary>A live master whose second version waits for its reviewer, and live copies of its first.</summary>
    /// <returns>The master.</returns>
    public async Task<Guid> MasterAsync(string slug, int blocks, int copies, CancellationToken ct)
    {
        var page = Guid.CreateVersion7();
        var (first, second, copied) = (Document(blocks, isHqs: false, ""), Document(blocks, isHqs: false, News), Document(blocks, isHqs: true, "", DealersWords));
        await RunAsync($"insert into pages.pages ({Columns}) select t.tenant_id, @page, {Values("null", "true", "null")}, 'live', 1, 2, true from ({Tenant}) t", new() { ["page"] = page, ["slug"] = slug, ["document"] = second }, ct);
        await ShowAsync("p.id = @page", first, new() { ["page"] = page }, ct);
        await RunAsync($"insert into pages.page_versions ({VersionColumns}) select p.tenant_id, gen_random_uuid(), p.id, 2, p.title, p.description, @document::jsonb, null, now() from pages.pages p where p.id = @page", new() { ["page"] = page, ["document"] = second }, ct);
        await RunAsync("insert into pages.page_releases (tenant_id, id, page_id, version, state, submitted_at, note, reason) select p.tenant_id, gen_random_uuid(), p.id, 2, 'reviewing', now(), '', '' from pages.pages p where p.id = @page", new() { ["page"] = page }, ct);
        await RunAsync(
            $"insert into pages.pages ({Columns}) select t.tenant_id, gen_random_uuid(), {Values("gen_random_uuid()", "false", "@page").Replace("@slug", "@slug || '-' || n", StringComparison.Ordinal)}, 'live', 1, 1, true from ({Tenant}) t, generate_series(1, @copies) n",
            new() { ["page"] = page, ["slug"] = slug, ["document"] = copied, ["copies"] = copies }, ct);
        await ShowAsync("p.master_id = @page", copied, new() { ["page"] = page }, ct);
        return page;
    }

    /// <summary>Copies that carry the master's second version in their draft and before the public.</summary>
    public Task<long> MergedAsync(Guid master, CancellationToken ct) => home.ScalarAsync<long>(
        $"select count(*) from pages.pages p join pages.published_pages s on s.tenant_id = p.tenant_id and s.id = p.id where p.master_id = '{master}' and p.master_version = 2 and p.document::text like '%{News}%' and s.document::text like '%{News}%'", ct);

    /// <summary>Copies that lost their dealer's words.</summary>
    public Task<long> LostAsync(Guid master, CancellationToken ct) => home.ScalarAsync<long>(
        $"select count(*) from pages.pages p join pages.published_pages s on s.tenant_id = p.tenant_id and s.id = p.id where p.master_id = '{master}' and (p.document::text not like '%{DealersWords}%' or s.document::text not like '%{DealersWords}%')", ct);

    public Task<long> ConflictsAsync(Guid master, CancellationToken ct) => home.ScalarAsync<long>($"select count(*) from pages.page_conflicts c join pages.pages p on p.tenant_id = c.tenant_id and p.id = c.page_id where p.master_id = '{master}'", ct);

    /// <summary>Number of the draft, and its blocks.</summary>
    public async Task<(int Revision, int Blocks)> StandsAtAsync(Guid page, CancellationToken ct)
        => (await home.ScalarAsync<int>($"select revision from pages.pages where id = '{page}'", ct), await home.ScalarAsync<int>($"select jsonb_array_length(document -> 'blocks') from pages.pages where id = '{page}'", ct));

    private const string Tenant = "select tenant_id from pages.published_pages where slug = 'autumn-test-drive' limit 1";
    private const string Columns = "tenant_id, id, path_kind, slug, title, description, document, created_at, changed_at, folder, is_archived, dealer_id, is_master, master_id, master_version, revision, state, live_version, latest_version, is_published";
    private const string VersionColumns = "tenant_id, id, page_id, number, title, description, document, master_version, published_at";

    private static string Values(string dealer, string isMaster, string master)
        => $"'p', @slug, '{{\"zh\":\"量一量\"}}', '{{\"zh\":\"\"}}', @document::jsonb, now(), now(), '', false, {dealer}::uuid, {isMaster}, {master}::uuid, case when {master}::uuid is null then null else 1 end, 0";

    private async Task ShowAsync(string which, string document, Dictionary<string, object> arguments, CancellationToken ct)
    {
        arguments["document"] = document;
        await RunAsync($"insert into pages.page_versions ({VersionColumns}) select p.tenant_id, gen_random_uuid(), p.id, 1, p.title, p.description, @document::jsonb, p.master_version, now() from pages.pages p where {which}", arguments, ct);
        await RunAsync($"insert into pages.page_releases (tenant_id, id, page_id, version, state, submitted_at, note, reason, went_live_at) select p.tenant_id, gen_random_uuid(), p.id, 1, 'live', now(), '', '', now() from pages.pages p where {which}", arguments, ct);
        await RunAsync($"insert into pages.published_pages (tenant_id, id, path_kind, slug, version, title, description, document, published_at) select p.tenant_id, p.id, p.path_kind, p.slug, 1, p.title, p.description, @document::jsonb, now() from pages.pages p where {which}", arguments, ct);
    }

    private async Task RunAsync(string sql, Dictionary<string, object> arguments, CancellationToken ct)
    {
        await using var connection = await home.OpenAsync(ct);
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 300 };
        foreach (var (name, value) in arguments)
        {
            command.Parameters.AddWithValue(name, value);
        }

        await command.ExecuteNonQueryAsync(ct);
    }

    private static string Document(int blocks, bool isHqs, string news, string? words = null)
    {
        var all = Enumerable.Range(1, blocks).Select(n =>
        {
            var block = new Dictionary<string, object> { ["kind"] = Kinds[n % Kinds.Length], ["version"] = 1, ["id"] = "b" + n.ToString(CultureInfo.InvariantCulture), ["settings"] = Settings(n, news, words) };
            if (isHqs)
            {
                block["hq"] = true;
            }

            if (n == 7)
            {
                block["open"] = new[] { "text" };
            }

            return block;
        });
        var page = new Dictionary<string, object> { ["format"] = 2, ["settings"] = new { title = new { zh = "量一量" } }, ["blocks"] = all };
        if (isHqs)
        {
            page["hq"] = true;
        }

        return JsonSerializer.Serialize(page);
    }

    // The seventh is open to dealers; of the others, a tenth carries HQ's news.
    private static Dictionary<string, object> Settings(int number, string news, string? words) => number switch
    {
        7 when words is not null => new() { ["text"] = new { zh = words } },
        _ when Kinds[number % Kinds.Length] == "notice" && number != 7 && news.Length > 0 => new() { ["text"] = new { zh = news } },
        _ => [],
    };
}
