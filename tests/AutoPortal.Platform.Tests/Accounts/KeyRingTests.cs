using System.Xml.Linq;
using AutoPortal.Platform.Accounts;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AutoPortal.Platform.Tests.Accounts;

public sealed class KeyRingTests(PlatformFixture platform) : IClassFixture<PlatformFixture>
{
    [Fact]
    public async Task Two_nodes_share_a_key_ring_that_the_table_alone_does_not_give_away()
    {
        var sealedText = Node().CreateProtector("test").Protect("a cookie");

        Node().CreateProtector("test").Unprotect(sealedText).ShouldBe("a cookie");
        var stored = await platform.AccountsAsync(db => db.Keys.Select(k => k.Xml).ToListAsync());
        stored.ShouldNotBeEmpty();
        stored.ShouldAllBe(xml => xml.Contains("sealed", StringComparison.Ordinal) && !xml.Contains("masterKey", StringComparison.Ordinal));
    }

    [Fact]
    public void A_key_opens_under_the_master_key_that_sealed_it()
    {
        var seal = platform.Get<KeySeal>();
        var key = new XElement("key", "secret");

        var box = seal.Encrypt(key).EncryptedElement;

        box.Value.ShouldNotContain("secret");
        seal.Open(box).Value.ShouldBe("secret");
    }

    private IDataProtectionProvider Node()
    {
        var services = new ServiceCollection();
        services.AddSingleton(platform.Get<KeySeal>());
        services.AddSingleton<IConfigureOptions<Microsoft.AspNetCore.DataProtection.KeyManagement.KeyManagementOptions>>(platform.Get<KeyRing>());
        services.AddDataProtection().SetApplicationName("AutoPortal");
        return services.BuildServiceProvider().GetRequiredService<IDataProtectionProvider>();
    }
}
