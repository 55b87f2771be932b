"""What a machine starts from its disk: a boot sector that greets, echoes keys, and heeds the power button.

It sleeps between clock ticks, so a machine that waits costs next to nothing.
"""

SECTOR = 512
# The BIOS reads no disk that is smaller than a cylinder.
SECTORS = 2048
# Where a BIOS puts the boot sector, and the words after the code.
LOADED_AT, GREETING_AT = 0x7C00, 0x50
CODE = bytes.fromhex(
    # start: registers, and the power button is to be reported (PM1 enable register, bit 8)
    "31c0 8ed8 fc fb"  #     xor ax,ax; mov ds,ax; cld; sti
    "ba0206 b80001 ef"  #    mov dx,0x602; mov ax,0x100; out dx,ax
    "be507c"  #              mov si,GREETING
    # print: until a zero byte
    "ac 84c0 7406"  #        lodsb; test al,al; jz wait
    "b40e cd10 ebf5"  #      mov ah,0x0e; int 0x10; jmp print
    # wait: until the button was pressed (PM1 status register, bit 8) or a key was
    "ba0006 ed f6c401"  #    mov dx,0x600; in ax,dx; test ah,1
    "751b"  #                jnz off
    "b401 cd16 7503"  #      mov ah,1; int 0x16; jnz key
    "f4 ebee"  #             hlt; jmp wait
    # key: show it, and after a carriage return a line feed
    "31c0 cd16"  #           xor ax,ax; int 0x16
    "b40e cd10"  #           mov ah,0x0e; int 0x10
    "3c0d 75e2"  #           cmp al,0x0d; jne wait
    "b00a cd10 ebdc"  #      mov al,0x0a; int 0x10; jmp wait
    # off: soft off (PM1 control register)
    "ba0406 b80020 ef"  #    mov dx,0x604; mov ax,0x2000; out dx,ax
    "f4 ebfd"  #             hlt; jmp $-1
)


def image(name):
    """The disk of the machine with this name, as bytes."""
    greeting = f"\r\nThis is {name}. It repeats what you type.\r\n\0".encode("ascii")
    sector = (CODE.ljust(GREETING_AT, b"\0") + greeting).ljust(SECTOR - 2, b"\0") + b"\x55\xaa"
    return sector.ljust(SECTORS * SECTOR, b"\0")
