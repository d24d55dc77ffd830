using AutoPortal.Platform.Contracts;
using AutoPortal.Platform.Domain;

namespace AutoPortal.Platform.Demo;

/// <summary>A person of a demonstration tenant.</summary>
internal sealed record DemoPerson(string Email, string Name, string Role, MembershipReach Reach, Guid? NodeId, bool HasPassword, bool IsOnDuty);

/// <summary>Makes up everybody who works for a demonstration tenant.</summary>
internal sealed class DemoCrowd(DemoPlan plan, OrganisationTree tree)
{
    private const double OnDutyRate = 0.7;
    private static readonly string[] Surnames = [.. "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛".Select(c => c.ToString())];
    private static readonly string[] First = [.. "子雨思佳宇浩欣文嘉晓志明海建国俊丽梦雅天一泽若诗怡瑞博凯晨婉清立".Select(c => c.ToString())];
    private static readonly string[] Second = [.. "轩涵怡杰宁强磊涛萱妍彤豪峰鹏琪瑶悦凡然航阳琳洁婷超勇军平辉霞娟敏静".Select(c => c.ToString())];
    private readonly Dice _dice = new((ulong)plan.Advisors);
    private readonly List<DemoPerson> _people = [];

    public IReadOnlyList<DemoPerson> Make()
    {
        // The named ones work at the first dealer of the first region of the plan.
        var region = tree.Regions.Single(r => r.Code == plan.Regions[0].Code);
        var dealer = tree.Dealers.First(d => d.RegionId == region.Id);
        foreach (var named in plan.SignIns)
        {
            Guid? node = named.Reach switch
            {
                MembershipReach.Tenant => null,
                MembershipReach.Region => region.Id,
                _ => dealer.Id,
            };
            _people.Add(new(named.Email, named.Name, named.Role, named.Reach, node, true, named.Role == RoleTemplate.SalesAdvisor));
        }

        foreach (var other in tree.Regions.Where(r => r.Id != region.Id))
        {
            Add($"region.{other.Code.ToLowerInvariant()}", RoleTemplate.RegionalManager, MembershipReach.Region, other.Id, false);
        }

        for (var i = 0; i < tree.Dealers.Count; i++)
        {
            AddDealer(tree.Dealers[i], i, tree.Dealers[i].Id == dealer.Id);
        }

        return _people;
    }

    private void AddDealer(DealerFacts dealer, int place, bool hasNamed)
    {
        var code = dealer.Code.ToLowerInvariant();
        var count = AdvisorsAt(place);
        if (hasNamed)
        {
            count -= plan.SignIns.Count(s => s.Role == RoleTemplate.SalesAdvisor);
        }

        AddUnlessNamed(hasNamed, $"manager.{code}", RoleTemplate.DealerManager, dealer.Id);
        AddUnlessNamed(hasNamed, $"marketing.{code}", RoleTemplate.DealerMarketing, dealer.Id);
        for (var i = 1; i <= count; i++)
        {
            // Where the named advisors work nobody else is on duty: whoever tries the demonstration gets the leads.
            Add($"advisor.{code}.{i}", RoleTemplate.SalesAdvisor, MembershipReach.Own, dealer.Id, !hasNamed && _dice.Chance(OnDutyRate));
        }
    }

    // The total comes out exactly, the remainder going to the first dealers.
    private int AdvisorsAt(int place) => (plan.Advisors / tree.Dealers.Count) + (place < plan.Advisors % tree.Dealers.Count ? 1 : 0);

    private void AddUnlessNamed(bool hasNamed, string account, string role, Guid dealerId)
    {
        if (!hasNamed || plan.SignIns.All(s => s.Role != role))
        {
            Add(account, role, MembershipReach.Dealer, dealerId, false);
        }
    }

    private void Add(string account, string role, MembershipReach reach, Guid nodeId, bool onDuty)
        => _people.Add(new($"{account}@{plan.Identifier}.demo", NewName(), role, reach, nodeId, false, onDuty));

    private string NewName() => _dice.Pick(Surnames) + _dice.Pick(First) + (_dice.Chance(0.8) ? _dice.Pick(Second) : "");
}
