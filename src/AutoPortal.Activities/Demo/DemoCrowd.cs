using System.Globalization;
using AutoPortal.Activities.Contracts;
using AutoPortal.Activities.Domain;
using AutoPortal.Activities.SignUps;
using AutoPortal.Kernel;
using AutoPortal.Kernel.Security;
using AutoPortal.Kernel.Time;
using AutoPortal.Platform.Contracts;

namespace AutoPortal.Activities.Demo;

/// <summary>Makes up the people who have signed up, the same ones every time.</summary>
internal sealed class DemoCrowd(Guid tenantId, PhoneVault vault, IReadOnlyList<DealerFacts> dealers, IReadOnlyList<SeriesFacts> series)
{
    private static readonly string[] Surnames = ["王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙", "马", "朱", "胡", "林", "郭", "何", "高", "罗", "欧阳", "司徒"];
    private static readonly string[] Given = ["伟", "芳", "娜", "敏", "静", "磊", "洋", "艳", "勇", "杰", "涛", "明", "超", "秀英", "子涵", "雨桐", "浩然", "思远", "梓萱", "一诺", "嘉怡", "俊杰", "晓雯", "建国", "志强", "若曦"];
    private static readonly string[] Carriers = ["136", "138", "139", "150", "158", "186", "187", "199"];
    private static readonly string[] Windows = ["7d", "15d", "1m", "1m", "3m", "3m", "6m", "1y", "over_1y"];

    /// <summary>As many sign-ups as asked for, spread from the opening until now: more in the evening, more at the start.</summary>
    public IReadOnlyList<SignUpAccepted> SignUp(Activity activity, int count, DateTimeOffset until)
    {
        var dice = new Dice((ulong)count * 7_919);
        var span = until - activity.SignUpFrom;
        return
        [
            .. Enumerable.Range(0, count)
                .Select(i => Person(activity, dice, Moment(activity.SignUpFrom, span, dice), i))
                .OrderBy(s => s.At),
        ];
    }

    private static DateTimeOffset Moment(DateTimeOffset from, TimeSpan span, Dice dice)
    {
        var share = dice.Roll(10_000) / 10_000.0;
        var day = ShanghaiTime.DateOf(from + (span * share * (0.55 + (0.45 * share))));
        var hour = dice.Chance(0.55) ? 18 + dice.Roll(5) : 8 + dice.Roll(10);
        var at = ShanghaiTime.At(day, new TimeOnly(hour, dice.Roll(60), dice.Roll(60)));
        return at > from + span ? from + (span * share) : at < from ? from + TimeSpan.FromMinutes(dice.Roll(90)) : at;
    }

    private SignUpAccepted Person(Activity activity, Dice dice, DateTimeOffset at, int number)
    {
        var name = dice.Pick(Surnames) + dice.Pick(Given);
        // Some people come to several activities: the same number makes the same phone.
        var phone = dice.Pick(Carriers) + string.Create(CultureInfo.InvariantCulture, $"00{number * 37 % 1_000_000:D6}");
        var near = dealers.Count > 0 && dice.Chance(0.82) ? dealers[dice.Roll(dice.Roll(dealers.Count) + 1)] : null;
        var namesDealer = near is not null && dice.Chance(0.7);
        List<ConsentGiven> consents = [new(ConsentPurposes.Service, "v1")];
        if (dice.Chance(0.88))
        {
            consents.Add(new(ConsentPurposes.LeadContact, "v1"));
        }

        if (dice.Chance(0.34))
        {
            consents.Add(new(ConsentPurposes.MarketingSms, "v1"));
        }

        return new(
            Ids.New(at),
            activity.Id,
            activity.TitleZh,
            activity.BrandId,
            vault.Seal(tenantId, name),
            NameMask.Of(name),
            vault.Seal(tenantId, phone),
            vault.Hash(tenantId, phone),
            PhoneVault.Tail(phone),
            PhoneVault.Mask(phone),
            PhoneVerified: true,
            consents,
            series.Count > 0 && dice.Chance(0.72) ? dice.Pick(series).Code : null,
            dice.Chance(0.66) ? dice.Pick(Windows) : null,
            near?.Province,
            near?.City,
            dice.Chance(0.3) ? near?.District : null,
            namesDealer ? near!.Id : null,
            activity.SourceCode,
            "",
            "",
            at);
    }
}
