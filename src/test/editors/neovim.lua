-- Drives a second Neovim by its keys and looks at what its user would see.
local editor = vim.fn.jobstart({ 'nvim', '--embed', '--headless', '-n', '-i', 'NONE', '-u', 'init.lua' }, {
  rpc = true,
})

local function call(method, ...)
  return vim.fn.rpcrequest(editor, method, ...)
end

local function lua(code, ...)
  return call('nvim_exec_lua', code, { ... })
end

local function fail(message)
  io.stderr:write('neovim: ' .. message .. '\n')
  io.stderr:write(lua('return vim.fn.execute("messages")') .. '\n')
  vim.cmd('cquit')
end

local lines

local function await(what, there)
  local last
  local seen = vim.wait(120000, function()
    last = there()
    return last and last ~= vim.NIL and last ~= ''
  end, 50)
  if not seen then fail('waited in vain for ' .. what .. ' in\n' .. lines()) end
  print('neovim: ' .. what .. '\n')
  return last
end

local function keys(text)
  call('nvim_input', text)
end

local function open(file)
  call('nvim_command', 'edit project/' .. file)
  await('server on ' .. file, function()
    return lua('return #vim.lsp.buf_get_clients(0) == 1')
  end)
end

-- The cursor on a text that stands once in the buffer.
local function go(text)
  if call('nvim_call_function', 'search', { '\\V' .. text, 'cw' }) == 0 then fail('no ' .. text) end
end

function lines()
  return table.concat(call('nvim_buf_get_lines', 0, 0, -1, false), '\n')
end

local function diagnostics(code)
  return lua([[
    for _, found in ipairs(vim.diagnostic.get(0)) do
      if found.code == ... then return found.message end
    end
    return nil]], code)
end

local function read(file)
  return table.concat(vim.fn.readfile('project/' .. file), '\n')
end

open('close.process.yaml')

-- Findings come, and go with their cause.
go('assignee: writer')
keys('A2<Esc>')
await('finding of an unknown person', function() return diagnostics('PC301') end)

-- A person is completed.
keys('ccassignee: el<C-x><C-o>')
await('completed person', function() return lines():find('\n      assignee: elena\n', 1, true) end)
keys('<Esc>')
await('no finding of a person', function() return diagnostics('PC301') == vim.NIL end)

-- A date is hovered.
go('dueDate: WD8')
keys('wwK')
await('hover of a date', function()
  return lua([[
    for _, window in ipairs(vim.api.nvim_list_wins()) do
      if vim.api.nvim_win_get_config(window).relative ~= '' then
        local text = vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(window), 0, -1, false)
        text = table.concat(text, '\n')
        return text:find('2025%-01%-13') and text or nil
      end
    end
    return nil]])
end)
keys('<Esc>')

-- It is formatted.
go('title: Provide')
keys('wwi   <Esc>')
await('text to be formatted', function() return lines():find('title:    ', 1, true) end)
keys('\\f')
await('formatted text', function() return lines():find('title: Provide', 1, true) end)
call('nvim_command', 'write')

-- A key is renamed across files.
open('entity-close.template.yaml')
go('recon-ar')
keys('\\r')
await('prompt with the old name', function() return call('nvim_get_mode').mode == 'c' end)
keys('<C-u>receivables<CR>')
await('renamed key', function() return lines():find('- sendTask: receivables', 1, true) end)
call('nvim_command', 'wall')
if not read('entity-close.template.yaml'):find('task(receivables).done', 1, true) then
  fail('the reference was not renamed')
end
if not read('close.process.yaml'):find('{ from: entities/us/recon-ar, to: entities/us/receivables }', 1, true) then
  fail('no moved entry was written')
end
print('neovim: renamed across files\n')
vim.cmd('qall!')
