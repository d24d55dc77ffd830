using Microsoft.Playwright;
using Npgsql;

namespace AutoPortal.E2E;

/// <summary>Headquarters opens a new dealer, suspends another, and lets a third leave with a successor, whose people find its leads.</summary>
[Collection(nameof(Portal))]
public sealed class HeadquartersKeepsTheNetwork(Portal portal)
{
    private const string Movable = "'dispatched', 'assigned', 'following', 'invited', 'arrived', 'test_driven', 'lost_pending', 'dormant', 'public_pool'";

    [Fact]
    public async Task A_dealer_opens_another_pauses_and_a_third_leaves_its_leads_to_its_successor()
    {
        var (leaving, successor, lead, paused) = await CastAsync();
        await using var operatorOf = await Visitor.AtDeskAsync(portal.Url);
        await operatorOf.SignInAsync("admin@chenxing.demo", returnUrl: "/app/org");
        await operatorOf.InteractiveAsync();
        var page = operatorOf.Page;

        await WalkTheTreeAsync(page);
        await page.ClickAsync("button:has-text('新增门店')");
        await page.FillAsync("[role=dialog] input[name=code]", "E2E01");
        await page.Locator("[role=dialog] select[name=node] option").Nth(2).WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await page.SelectOptionAsync("[role=dialog] select[name=node]", new SelectOptionValue { Index = 2 });
        await page.FillAsync("[role=dialog] input[name=name]", "晨星上海临港新城店");
        await page.FillAsync("[role=dialog] input[name=province]", "上海");
        await page.FillAsync("[role=dialog] input[name=city]", "上海");
        await page.FillAsync("[role=dialog] input[name=hotline]", "021-50501234");
        await operatorOf.PictureAsync("org-found");
        (await operatorOf.SeriousFindingsAsync()).ShouldBeEmpty();
        await page.ClickAsync("[role=dialog] button[type=submit]");
        await page.WaitForURLAsync("**dealer=*");
        await page.WaitForSelectorAsync("[role=dialog] h2:has-text('晨星上海临港新城店')");
        await operatorOf.PictureAsync("org-dealer");
        (await operatorOf.SeriousFindingsAsync()).ShouldBeEmpty();

        await page.GotoAsync($"/app/org?dealer={paused}");
        await operatorOf.InteractiveAsync();
        await page.ClickAsync("[role=dialog] button:has-text('暂停营业')");
        await page.FillAsync("[role=dialog] input[name=reason]", "展厅翻修");
        await page.ClickAsync("[role=dialog] button[type=submit]");
        await page.WaitForSelectorAsync("[role=dialog] >> text=恢复时间未定");

        await page.GotoAsync($"/app/org?dealer={leaving}");
        await operatorOf.InteractiveAsync();
        await page.ClickAsync("[role=dialog] button:has-text('退网')");
        await page.FillAsync("[role=dialog] input[name=reason]", "合同到期");
        await page.Locator($"[role=dialog] option[value='{successor}']").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await page.SelectOptionAsync("[role=dialog] select[name=successor]", successor.ToString());
        await operatorOf.PictureAsync("org-leave");
        await page.ClickAsync("[role=dialog] button[type=submit]");
        await page.WaitForSelectorAsync("[role=dialog] >> text=线索移交给");

        await HandedOverAsync(leaving, lead, successor);
        await page.GotoAsync($"/app/leads/{lead}");
        await page.WaitForSelectorAsync($"text={await TextAsync($"select name from platform.dealers where id = '{successor}'")}");
        operatorOf.Done();
    }

    // By keys alone: down to the first region, open it, into its first sub-region, choose it; and back to all.
    private static async Task WalkTheTreeAsync(IPage page)
    {
        await page.WaitForSelectorAsync("[role=tree][data-keys]");
        await page.FocusAsync("[role=treeitem][tabindex='0']");
        foreach (var key in (string[])["ArrowDown", "ArrowRight", "ArrowRight"])
        {
            await page.Keyboard.PressAsync(key);
        }

        await page.WaitForSelectorAsync("[role=treeitem][aria-level='2'][aria-expanded=true]");
        await page.Keyboard.PressAsync("ArrowRight");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**f.node=*");
        await page.WaitForSelectorAsync("[role=treeitem][aria-level='3'][aria-selected=true]");
        await page.Keyboard.PressAsync("Home");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync(url => !url.Contains("f.node", StringComparison.Ordinal));
    }

    // Dealers far from those of the other journeys.
    private async Task<(Guid Leaving, Guid Successor, Guid Lead, Guid Paused)> CastAsync()
    {
        await using var owner = NpgsqlDataSource.Create(portal.Connections.PortalOwner);
        await using var find = owner.CreateCommand(
            $"""
            select l.dealer_id, l.id from leads.leads l join platform.dealers d on d.id = l.dealer_id
            join platform_shared.tenants t on t.id = l.tenant_id
            where t.identifier = 'chenxing' and l.state in ({Movable}) and d.city not in ('上海', '广州', '北京') order by d.code, l.id limit 1
            """);
        await using var row = await find.ExecuteReaderAsync();
        (await row.ReadAsync()).ShouldBeTrue("no dealer with an open lead");
        var (leaving, lead) = (row.GetGuid(0), row.GetGuid(1));
        var others = await IdsAsync($"select d.id from platform.dealers d join platform_shared.tenants t on t.id = d.tenant_id where t.identifier = 'chenxing' and d.city not in ('上海', '广州', '北京') and d.id <> '{leaving}' and d.is_active and d.state = 'open' order by d.code limit 2");
        return (leaving, others[0], lead, others[1]);
    }

    private async Task HandedOverAsync(Guid leaving, Guid lead, Guid successor)
    {
        for (var i = 0; i < 100; i++)
        {
            var left = await TextAsync($"select count(*)::text from leads.leads where dealer_id = '{leaving}' and state in ({Movable})");
            var now = await TextAsync($"select dealer_id::text from leads.leads where id = '{lead}'");
            if (left == "0" && now == successor.ToString())
            {
                return;
            }

            await Task.Delay(100);
        }

        throw new TimeoutException("The leads were not handed over within ten seconds.");
    }

    private async Task<string?> TextAsync(string sql)
    {
        await using var owner = NpgsqlDataSource.Create(portal.Connections.PortalOwner);
        await using var command = owner.CreateCommand(sql);
        return await command.ExecuteScalarAsync() as string;
    }

    private async Task<List<Guid>> IdsAsync(string sql)
    {
        await using var owner = NpgsqlDataSource.Create(portal.Connections.PortalOwner);
        await using var command = owner.CreateCommand(sql);
        await using var rows = await command.ExecuteReaderAsync();
        var ids = new List<Guid>();
        while (await rows.ReadAsync())
        {
            ids.Add(rows.GetGuid(0));
        }

        return ids;
    }
}
