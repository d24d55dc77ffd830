using Microsoft.Playwright;
using Npgsql;

namespace AutoPortal.E2E;

/// <summary>A colleague at the door checks people in while the network is gone, and learns what the other gate did when it is back.</summary>
[Collection(nameof(Portal))]
public sealed class TheDoorWorksWithoutANetwork(Portal portal)
{
    private const string NextPerson = "[data-people] li:has(button) >> nth=0";

    [Fact]
    public async Task What_is_noted_without_a_network_is_sent_once_and_a_second_gate_is_told()
    {
        var address = $"/app/activities/{await AutumnAsync()}/check-in";
        await using var gate = await AtDoorAsync(address);
        await using var other = await AtDoorAsync(address);
        (await gate.SeriousFindingsAsync()).ShouldBeEmpty();
        await gate.PictureAsync("door");
        var page = gate.Page;
        var arrived = int.Parse(await page.InnerTextAsync("[data-count=arrived]"), System.Globalization.CultureInfo.InvariantCulture);

        await page.Context.SetOfflineAsync(true);
        await page.ClickAsync($"{NextPerson} >> button");
        await Assertions.Expect(page.Locator("[data-answer][data-tone=ok]")).ToContainTextAsync("已记下");
        await page.ClickAsync($"{NextPerson} >> button");
        await Assertions.Expect(page.Locator("[data-count=queued]")).ToHaveTextAsync("2");
        (await gate.SeriousFindingsAsync()).ShouldBeEmpty();
        await gate.PictureAsync("door-offline");

        // The first of them walks up to the other gate, whose list does not know it yet.
        await other.Page.ClickAsync($"{NextPerson} >> button");
        await Assertions.Expect(other.Page.Locator("[data-answer][data-tone=ok]")).ToBeVisibleAsync();

        await page.Context.SetOfflineAsync(false);
        await Assertions.Expect(page.Locator("[data-count=queued]")).ToHaveTextAsync("0", new() { Timeout = 15_000 });
        await Assertions.Expect(page.Locator("[data-conflicts]")).ToContainTextAsync("不能重复使用");
        await Assertions.Expect(page.Locator("[data-count=arrived]")).ToHaveTextAsync((arrived + 2).ToString(System.Globalization.CultureInfo.InvariantCulture), new() { Timeout = 15_000 });
        await gate.PictureAsync("door-conflict");

        await page.ReloadAsync();
        await Assertions.Expect(page.Locator("[data-conflicts]")).ToBeVisibleAsync();
        await page.ClickAsync("[data-conflicts-seen]");
        await Assertions.Expect(page.Locator("[data-conflicts]")).ToBeHiddenAsync();
        (await page.EvaluateAsync<string>("JSON.stringify(localStorage)")).ShouldNotMatch(@"\b1[3-9]\d{9}\b", "no number is kept on the device");
        gate.Done();
        other.Done();
    }

    [Fact]
    public async Task A_walk_in_is_signed_up_and_in()
    {
        await using var gate = await AtDoorAsync($"/app/activities/{await AutumnAsync()}/check-in");
        var page = gate.Page;

        await page.ClickAsync(".walk-in > summary");
        await page.FillAsync("#walk-name", "钱路过");
        await page.FillAsync("#walk-phone", "13800010099");
        await page.ClickAsync("[data-walk-in] button[type=submit]");
        await Assertions.Expect(page.Locator("[data-walk-in-refused]")).ToBeVisibleAsync();
        (await gate.SeriousFindingsAsync()).ShouldBeEmpty();
        await page.CheckAsync("[data-walk-in] input[value=service]");
        await page.ClickAsync("[data-walk-in] button[type=submit]");

        await Assertions.Expect(page.Locator("[data-answer][data-tone=ok]")).ToContainTextAsync("钱**");
        gate.Done();
    }

    private async Task<Visitor> AtDoorAsync(string address)
    {
        var visitor = await Visitor.OnPhoneAsync(portal.Url);
        await visitor.SignInAsync("operator@chenxing.demo", returnUrl: address);
        await visitor.Page.WaitForSelectorAsync(NextPerson);
        return visitor;
    }

    private async Task<Guid> AutumnAsync()
    {
        await using var owner = NpgsqlDataSource.Create(portal.Connections.PortalOwner);
        await using var find = owner.CreateCommand("select a.id from activities.activities a join platform_shared.tenants t on t.id = a.tenant_id where t.identifier = 'chenxing' and a.slug = 'autumn-test-drive'");
        return (Guid)(await find.ExecuteScalarAsync())!;
    }
}
