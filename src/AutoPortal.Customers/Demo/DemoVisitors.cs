using AutoPortal.Customers.Behaviour;
using AutoPortal.Customers.Behaviour.Collect;
using AutoPortal.Kernel.Time;
using AutoPortal.Pages.Contracts;

namespace AutoPortal.Customers.Demo;

/// <summary>Plausible visits to one page: more on weekends and in the evening, fewer further down the page, fewer still in the form.</summary>
internal sealed class DemoVisitors(PageShape page, ulong seed)
{
    private static readonly string[] FormFields = ["name", "phone", "consent_service", "consent_lead_contact", "code"];
    private readonly DemoDice _dice = new(seed);
    private readonly List<Guid> _known = [];
    private readonly bool _hasForm = page.Blocks.Any(b => b.Kind == "sign_up");

    /// <summary>Events of a day, the earliest first in each visit.</summary>
    public IEnumerable<TakenEvent> On(DateOnly day, int daysSinceBegin)
    {
        var isWeekend = day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
        var usual = (_hasForm ? 55 : 6) + (daysSinceBegin * (_hasForm ? 1 : 0));
        var visits = usual * (isWeekend ? 150 : 100) / 100 * (85 + _dice.Roll(30)) / 100;
        return Enumerable.Range(0, visits).SelectMany(_ => Visit(day));
    }

    private IEnumerable<TakenEvent> Visit(DateOnly day)
    {
        var at = ShanghaiTime.At(day, new TimeOnly(Hour(), _dice.Roll(60), _dice.Roll(60)));
        var (visitor, session) = (Visitor(), _dice.Id());
        var told = new List<TakenEvent>();
        void Tell(string name, string block = "", string subject = "", long amount = 0)
        {
            at = at.AddMilliseconds(300 + _dice.Roll(2_500));
            told.Add(new(_dice.Id(at), page.PageId, page.Version, block, name, 1, subject, amount, visitor, session, at, at, null));
        }

        Tell(HouseEvents.PageView);
        var (seen, reach) = (0L, 1.0);
        foreach (var block in page.Blocks)
        {
            if (block.Kind != "sticky_action" && !_dice.Chance(reach))
            {
                continue;
            }

            Tell(HouseEvents.BlockExposure, block.Id);
            var ms = 1_000 + _dice.Roll(block.Kind is "hero" or "sign_up" ? 14_000 : 7_000);
            seen += ms;
            reach *= 0.94;
            if (_dice.Chance(ClickRate(block.Kind)))
            {
                Tell(HouseEvents.Click, block.Id, Target(block.Kind));
            }

            if (block.Kind == "sign_up" && _dice.Chance(0.24))
            {
                FillIn(block.Id, Tell);
            }

            Tell(HouseEvents.Dwell, block.Id, amount: ms);
        }

        Tell(HouseEvents.Dwell, amount: Math.Max(seen, 2_000));
        return told;
    }

    private void FillIn(string block, Action<string, string, string, long> tell)
    {
        tell(HouseEvents.FormStep, block, "start", 0);
        foreach (var field in FormFields)
        {
            if (!_dice.Chance(field == "code" ? 0.72 : 0.93))
            {
                return;
            }

            tell(HouseEvents.FormStep, block, $"field:{field}", 0);
        }

        tell(HouseEvents.FormStep, block, "submit", 0);
        if (_dice.Chance(0.9))
        {
            tell(HouseEvents.FormStep, block, "success", 0);
        }
    }

    // One browser in eight comes again, one in twelve does not want to be known.
    private Guid? Visitor()
    {
        if (_dice.Roll(12) == 0)
        {
            return null;
        }

        if (_known.Count > 0 && _dice.Roll(8) == 0)
        {
            return _known[_dice.Roll(_known.Count)];
        }

        _known.Add(_dice.Id());
        return _known[^1];
    }

    private int Hour() => _dice.Roll(10) < 4 ? 19 + _dice.Roll(4) : 8 + _dice.Roll(15);

    private static double ClickRate(string kind) => kind switch
    {
        "hero" => 0.11,
        "sticky_action" => 0.17,
        "series_showcase" => 0.06,
        "gallery" or "carousel" => 0.05,
        "faq" or "tabs" => 0.08,
        "footer" => 0.004,
        _ => 0.01,
    };

    private static string Target(string kind) => kind switch
    {
        "hero" or "sticky_action" => "#sign-up",
        "faq" => "summary",
        "footer" => "p/privacy",
        _ => "button",
    };
}
