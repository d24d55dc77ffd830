-- Events as the page's script tells them, each under an id of its own; {{PAGE}}, {{VERSION}}, {{EVENTS}} and {{BASE}} are filled in.
local page, version, events, base = "{{PAGE}}", {{VERSION}}, {{EVENTS}}, {{BASE}}
local names = { '"page_view"', '"block_exposure","block":"{{BLOCK}}"', '"click","block":"{{BLOCK}}","props":{"target":"cta"}', '"dwell","props":{"ms":1200}' }
local told = base

local function event()
  told = told + 1
  local now = os.time() * 1000
  local id = string.format("%08x-%04x-7%03x-8%03x-%012x", math.floor(now / 65536), now % 65536, told % 4096, math.random(0, 4095), told)
  return string.format('{"id":"%s","at":%d,"name":%s}', id, now, names[told % 4 + 1])
end

wrk.method = "POST"
wrk.headers["Content-Type"] = "text/plain;charset=UTF-8"

function request()
  local list = {}
  for n = 1, events do
    list[n] = event()
  end

  local visitor = string.format("%08x-0000-4000-8000-%012x", math.random(0, 0x7fffffff), told)
  return wrk.format(nil, nil, nil, '{"sentAt":' .. os.time() * 1000 .. ',"page":"' .. page .. '","pageVersion":' .. version .. ',"visitor":"' .. visitor .. '","events":[' .. table.concat(list, ",") .. "]}")
end
