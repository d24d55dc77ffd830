using AutoPortal.Kernel;
using AutoPortal.Kernel.Data;
using AutoPortal.Platform.Contracts;
using AutoPortal.Platform.Data;
using Microsoft.EntityFrameworkCore;

namespace AutoPortal.Platform.Notices;

internal sealed class Notifier(IDbContextFactory<PlatformDb> dbs, IEnumerable<NoticeKind> kinds, TimeProvider clock) : INotifier
{
    public async Task NotifyAsync(IReadOnlyList<Notice> notices, CancellationToken ct)
    {
        if (notices.Count == 0)
        {
            return;
        }

        if (notices.FirstOrDefault(n => kinds.All(k => k.Code != n.Code)) is { } unknown)
        {
            throw new ArgumentException($"The notice {unknown.Code} was not declared with AddNotices.", nameof(notices));
        }

        var now = clock.GetUtcNow();
        await using var db = await dbs.CreateDbContextAsync(ct);
        // Two deliveries of one event may come at once: the unique key decides, not a look beforehand. Values are sent as JSON, since arrays of arrays cannot be ragged.
        await db.Sql().ExecuteAsync(
            """
            insert into platform.notifications (tenant_id, id, account_id, key, code, "values", href, created_at)
            select {tenant_id}, id, account_id, key, code, array(select jsonb_array_elements_text(vals::jsonb)), href, @now
            from unnest(@ids, @accounts, @keys, @codes, @vals, @hrefs) as notice(id, account_id, key, code, vals, href)
            on conflict (tenant_id, account_id, key) do nothing
            """,
            new
            {
                ids = notices.Select(_ => Ids.New(clock)).ToArray(),
                accounts = notices.Select(n => n.UserId).ToArray(),
                keys = notices.Select(n => n.Key).ToArray(),
                codes = notices.Select(n => n.Code).ToArray(),
                vals = notices.Select(n => System.Text.Json.JsonSerializer.Serialize(n.Values)).ToArray(),
                hrefs = notices.Select(n => n.Href).ToArray(),
                now,
            },
            ct);
        foreach (var accountId in notices.Select(n => n.UserId).Distinct())
        {
            db.Announce(PlatformTopics.User(accountId), "notice");
        }

        await db.SaveAsync(ct);
    }
}
